using RustStack.Expressions.Conditions;
using RustStack.Expressions.Errors;
using RustStack.Expressions.Keys;
using RustStack.Expressions.Parsing;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Projections;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Updates;

namespace RustStack.Expressions;

/// <summary>
/// Compiles the expressions of requests: parses the text, or finds it parsed before, and binds the request's names and values to it. One
/// instance serves all requests and threads.
/// </summary>
public sealed class ExpressionCompiler
{
    /// <summary>The expressions of one language that one generation of the cache holds.</summary>
    internal const int CacheCapacity = 512;

    private readonly ParsedExpressionCache<SyntaxNode> _conditions = new(CacheCapacity);
    private readonly ParsedExpressionCache<ProjectionSyntax> _projections = new(CacheCapacity);
    private readonly ParsedExpressionCache<UpdateSyntax> _updates = new(CacheCapacity);

    /// <summary>Compiles a condition or filter.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="kind"><see cref="ExpressionKind.ConditionExpression"/> or <see cref="ExpressionKind.FilterExpression"/>.</param>
    /// <param name="bindings">The request's names and values.</param>
    /// <returns>The condition, or AWS's error.</returns>
    public ExpressionResult<Condition> CompileCondition(string text, ExpressionKind kind, ExpressionBindings bindings)
    {
        if (_conditions.Find(text) is not { } syntax)
        {
            if (!ExpressionParser.ParseCondition(text, kind).TryGet(out syntax, out ExpressionError? error)) return new(error);
            _conditions.Add(text, syntax);
        }

        return new ConditionBinder(bindings).Bind(syntax, out string? message) is { } condition
            ? new(condition)
            : new(ExpressionErrors.In(kind, message!));
    }

    /// <summary>Compiles a key condition.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="bindings">The request's names and values.</param>
    /// <returns>The predicates by attribute, not yet fitted to a key schema, or AWS's error.</returns>
    public ExpressionResult<KeyCondition> CompileKeyCondition(string text, ExpressionBindings bindings)
    {
        const ExpressionKind kind = ExpressionKind.KeyConditionExpression;
        if (!CompileCondition(text, kind, bindings).TryGet(out Condition? condition, out ExpressionError? error)) return new(error);
        List<KeyPredicate> predicates = [];
        return KeyConditionReader.Read(condition, predicates) is { } message
            ? new(new ExpressionError(message))
            : new(new KeyCondition(predicates));
    }

    /// <summary>Compiles a projection.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="bindings">The request's names and values.</param>
    /// <returns>The projection, or AWS's error.</returns>
    public ExpressionResult<Projection> CompileProjection(string text, ExpressionBindings bindings)
    {
        if (_projections.Find(text) is not { } syntax)
        {
            if (!ExpressionParser.ParseProjection(text).TryGet(out syntax, out ExpressionError? error)) return new(error);
            _projections.Add(text, syntax);
        }

        List<DocumentPath> paths = new(syntax.Paths.Count);
        foreach (PathSyntax written in syntax.Paths)
        {
            if (PathBinder.Bind(written, bindings, out string? undefined) is not { } path)
                return new(ExpressionErrors.In(ExpressionKind.ProjectionExpression, undefined!));
            paths.Add(path);
        }

        return PathRules.Check(paths) is { } message
            ? new(ExpressionErrors.In(ExpressionKind.ProjectionExpression, message))
            : new(new Projection(paths));
    }

    /// <summary>Compiles an update.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="bindings">The request's names and values.</param>
    /// <returns>The update, or AWS's error.</returns>
    public ExpressionResult<Update> CompileUpdate(string text, ExpressionBindings bindings)
    {
        if (_updates.Find(text) is not { } syntax)
        {
            if (!ExpressionParser.ParseUpdate(text).TryGet(out syntax, out ExpressionError? error)) return new(error);
            _updates.Add(text, syntax);
        }

        return new UpdateBinder(bindings).Bind(syntax, out string? message) is { } actions
            ? new(new Update(actions, ExpressionErrors.OperandOfWrongType))
            : new(ExpressionErrors.In(ExpressionKind.UpdateExpression, message!));
    }
}
