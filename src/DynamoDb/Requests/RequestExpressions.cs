using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Writes;
using RustStack.Expressions;
using RustStack.Expressions.Keys;
using RustStack.Expressions.Legacy;
using RustStack.Expressions.Values;
using Condition = RustStack.Expressions.Conditions.Condition;
using Update = RustStack.Expressions.Updates.Update;

namespace RustStack.DynamoDb.Requests;

/// <summary>
/// The expressions of one request: first every parameter is named that may hold one (or stands for one in the older form), then
/// <see cref="Begin"/> checks that they go together, then they are compiled, then <see cref="End"/> finds names and values that none uses.
/// </summary>
/// <param name="compiler">Compiles them.</param>
/// <param name="names">The request's <c>ExpressionAttributeNames</c>.</param>
/// <param name="values">The request's <c>ExpressionAttributeValues</c>.</param>
internal sealed class RequestExpressions(
    ExpressionCompiler compiler, IReadOnlyDictionary<string, string>? names, IReadOnlyDictionary<string, AttributeValue>? values)
{
    private readonly ExpressionBindings _bindings = new(names, values);
    private bool _areBindingsChecked;

    /// <summary>Checks that the request's parameters go together.</summary>
    /// <param name="expressions">The parameters that hold expressions.</param>
    /// <param name="legacy">The parameters of the older form.</param>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public void Begin(ReadOnlySpan<RequestParameter> expressions, ReadOnlySpan<RequestParameter> legacy)
    {
        bool hasExpressions = HasAny(expressions);
        if (hasExpressions && HasAny(legacy)) throw Refuse(RequestErrorText.MixedParameters(Present(legacy), Present(expressions)));
        if (names is not null && !hasExpressions) throw Refuse(RequestErrorText.NamesWithoutExpressions);
        if (values is not null) RequireValueExpressions(expressions);
    }

    /// <summary>
    /// Checks names and values by themselves. Whatever compiles an expression has done so; without any, as actions of transactions may
    /// be, it is asked for.
    /// </summary>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public void CheckBindings()
    {
        if (_areBindingsChecked) return;
        if (_bindings.Validate() is { } error) throw Refuse(error.Message);
        _areBindingsChecked = true;
    }

    /// <summary>Compiles the condition of a write and finishes the request's expressions.</summary>
    /// <param name="text">The expression, or null.</param>
    /// <param name="expected">The older form of it, or null.</param>
    /// <param name="conditionalOperator">How the older form's entries go together, or null.</param>
    /// <param name="returnValuesOnFailure">The request's <c>ReturnValuesOnConditionCheckFailure</c>.</param>
    /// <returns>What must hold.</returns>
    public WriteCondition WriteCondition(
        string? text,
        IReadOnlyDictionary<string, ExpectedAttributeValue>? expected,
        string? conditionalOperator,
        string? returnValuesOnFailure)
    {
        CheckBindings();
        Condition? condition = text is not null
            ? Unwrap(compiler.CompileCondition(text, ExpressionKind.ConditionExpression, _bindings))
            : LegacyParameters.IsUsed(expected, conditionalOperator)
                ? Unwrap(LegacyConditions.CompileExpected(LegacyParameters.Expectations(expected), conditionalOperator))
                : null;
        End();
        return new(condition, returnValuesOnFailure == ReturnValuesOnConditionCheckFailure.AllOld);
    }

    /// <summary>Compiles a filter.</summary>
    /// <param name="text">The expression, or null.</param>
    /// <param name="conditions">The older form of it, or null.</param>
    /// <param name="conditionalOperator">How the older form's entries go together, or null.</param>
    /// <returns>The filter; null when every item passes.</returns>
    public Condition? Filter(
        string? text, IReadOnlyDictionary<string, Generated.Condition>? conditions, string? conditionalOperator)
    {
        CheckBindings();
        if (text is not null) return Unwrap(compiler.CompileCondition(text, ExpressionKind.FilterExpression, _bindings));
        return LegacyParameters.IsUsed(conditions, conditionalOperator)
            ? Unwrap(LegacyConditions.CompileFilter(LegacyParameters.Conditions(conditions), conditionalOperator))
            : null;
    }

    /// <summary>Compiles a key condition.</summary>
    /// <param name="text">The expression, or null.</param>
    /// <param name="conditions">The older form of it, or null.</param>
    /// <returns>The key condition; null when there is none.</returns>
    public KeyCondition? KeyCondition(string? text, IReadOnlyDictionary<string, Generated.Condition>? conditions)
    {
        CheckBindings();
        if (text is not null) return Unwrap(compiler.CompileKeyCondition(text, _bindings));
        return conditions is null ? null : Unwrap(LegacyConditions.CompileKeyConditions(LegacyParameters.Conditions(conditions)));
    }

    /// <summary>Compiles a projection.</summary>
    /// <param name="text">The expression, or null.</param>
    /// <param name="attributesToGet">The older form of it, or null.</param>
    /// <returns>The projection; null when whole items are wanted.</returns>
    public ItemProjection? Projection(string? text, IReadOnlyList<string>? attributesToGet)
    {
        CheckBindings();
        if (text is not null) return new(Unwrap(compiler.CompileProjection(text, _bindings)));
        return attributesToGet is null ? null : new(Unwrap(LegacyProjection.Compile(attributesToGet)));
    }

    /// <summary>Compiles an update.</summary>
    /// <param name="text">The expression, or null.</param>
    /// <param name="updates">The older form of it, or null.</param>
    /// <returns>The update; null when there is none.</returns>
    public Update? Update(string? text, IReadOnlyDictionary<string, AttributeValueUpdate>? updates)
    {
        CheckBindings();
        if (text is not null) return Unwrap(compiler.CompileUpdate(text, _bindings));
        return updates is null ? null : Unwrap(LegacyUpdates.Compile(LegacyParameters.Updates(updates)));
    }

    /// <summary>Checks that every name and value of the request is used.</summary>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public void End()
    {
        if (_bindings.FindUnused() is { } error) throw Refuse(error.Message);
    }

    private static T Unwrap<T>(ExpressionResult<T> result)
        where T : class => result.TryGet(out T? value, out ExpressionError? error) ? value : throw Refuse(error.Message);

    private static Core.Errors.AwsException Refuse(string message) => DynamoDbErrors.Validation(message);

    private static bool HasAny(ReadOnlySpan<RequestParameter> parameters)
    {
        foreach (RequestParameter parameter in parameters)
        {
            if (parameter.Value is not null) return true;
        }

        return false;
    }

    private static List<string> Present(ReadOnlySpan<RequestParameter> parameters)
    {
        List<string> present = [];
        foreach (RequestParameter parameter in parameters)
        {
            if (parameter.Value is not null) present.Add(parameter.Name);
        }

        return present;
    }

    // Projections take names, but no values.
    private static void RequireValueExpressions(ReadOnlySpan<RequestParameter> expressions)
    {
        List<string> candidates = [];
        foreach (RequestParameter parameter in expressions)
        {
            if (parameter.Name == "ProjectionExpression") continue;
            if (parameter.Value is not null) return;
            candidates.Add(parameter.Name);
        }

        throw Refuse(RequestErrorText.ValuesWithoutExpressions(candidates));
    }
}
