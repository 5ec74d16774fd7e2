using RustStack.Expressions.Conditions;
using RustStack.Expressions.Keys;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Legacy;

/// <summary>Compiles the condition parameters from before expressions onto the same conditions.</summary>
public static class LegacyConditions
{
    /// <summary>Compiles <c>QueryFilter</c> or <c>ScanFilter</c>.</summary>
    /// <param name="entries">The parameter's entries; operator names are the model's.</param>
    /// <param name="conditionalOperator"><c>AND</c>, <c>OR</c> or null, which means AND.</param>
    /// <returns>The condition, or AWS's error.</returns>
    public static ExpressionResult<Condition> CompileFilter(IReadOnlyCollection<LegacyCondition> entries, string? conditionalOperator)
    {
        List<Condition> parts = new(entries.Count);
        foreach (LegacyCondition entry in entries)
        {
            IReadOnlyList<AttributeValue> operands = entry.Values ?? [];
            if (LegacyConditionRules.Check(entry.ComparisonOperator, operands) is { } error) return new(error);
            parts.Add(Build(entry.AttributeName, entry.ComparisonOperator, operands));
        }

        return Join(parts, conditionalOperator);
    }

    /// <summary>Compiles <c>Expected</c>.</summary>
    /// <param name="entries">The parameter's entries; operator names are the model's.</param>
    /// <param name="conditionalOperator"><c>AND</c>, <c>OR</c> or null, which means AND.</param>
    /// <returns>The condition, or AWS's error.</returns>
    public static ExpressionResult<Condition> CompileExpected(IReadOnlyCollection<LegacyExpectation> entries, string? conditionalOperator)
    {
        List<Condition> parts = new(entries.Count);
        foreach (LegacyExpectation entry in entries)
        {
            if (entry is { Values: not null, Value: not null })
                return new(LegacyErrors.TogetherFor("Value", "AttributeValueList", entry.AttributeName));
            ExpressionResult<Condition> part =
                entry.ComparisonOperator is { } comparison ? CompileCompared(entry, comparison) : CompileOlder(entry);
            if (!part.TryGet(out Condition? condition, out ExpressionError? error)) return new(error);
            parts.Add(condition);
        }

        return Join(parts, conditionalOperator);
    }

    /// <summary>Compiles <c>KeyConditions</c>.</summary>
    /// <param name="entries">The parameter's entries; operator names are the model's.</param>
    /// <returns>The predicates by attribute, not yet fitted to a key schema, or AWS's error.</returns>
    public static ExpressionResult<KeyCondition> CompileKeyConditions(IReadOnlyCollection<LegacyCondition> entries)
    {
        List<KeyPredicate> predicates = new(entries.Count);
        foreach (LegacyCondition entry in entries)
        {
            IReadOnlyList<AttributeValue> operands = entry.Values ?? [];
            if (LegacyConditionRules.Check(entry.ComparisonOperator, operands) is { } error) return new(error);
            if (Operator(entry.ComparisonOperator) is not { } keyOperator) return new(LegacyErrors.NotIndexable);
            predicates.Add(new(entry.AttributeName, keyOperator, operands[0], operands.Count > 1 ? operands[1] : null));
        }

        return predicates.Count is 1 or 2 ? new(new KeyCondition(predicates)) : new(LegacyErrors.TooManyKeyConditions);
    }

    private static ExpressionResult<Condition> CompileCompared(LegacyExpectation entry, string comparison)
    {
        if (entry.Exists is not null) return new(LegacyErrors.TogetherFor("Exists", "ComparisonOperator", entry.AttributeName));
        if (entry is { Values: null, Value: null } && comparison is not ("NULL" or "NOT_NULL"))
            return new(LegacyErrors.OperandMissing(comparison, entry.AttributeName));
        IReadOnlyList<AttributeValue> operands = entry.Values ?? (entry.Value is null ? [] : [entry.Value]);
        return LegacyConditionRules.Check(comparison, operands) is { } error
            ? new(error)
            : new(Build(entry.AttributeName, comparison, operands));
    }

    private static ExpressionResult<Condition> CompileOlder(LegacyExpectation entry)
    {
        if (entry.Values is not null) return new(LegacyErrors.ListWithoutOperator(entry.AttributeName));
        if (entry.Exists == false)
            return entry.Value is null ? new(Exists(entry.AttributeName, false)) : new(LegacyErrors.ValueNotAllowed(entry.AttributeName));
        if (entry.Value is InvalidValue invalid) return new(new ExpressionError(invalid.Message));
        return entry.Value is null
            ? new(LegacyErrors.ValueMissing(entry.Exists, entry.AttributeName))
            : new(Build(entry.AttributeName, "EQ", [entry.Value]));
    }

    private static ExpressionResult<Condition> Join(List<Condition> parts, string? conditionalOperator)
    {
        if (conditionalOperator is not null && parts.Count == 0) return new(LegacyErrors.OperatorWithoutConditions);
        if (conditionalOperator is not null && parts.Count == 1) return new(LegacyErrors.OperatorForOneCondition);
        return new(parts.Count == 1 ? parts[0] : new LogicalCondition(conditionalOperator != "OR", [.. parts]));
    }

    private static Condition Build(string name, string comparison, IReadOnlyList<AttributeValue> operands) => comparison switch
    {
        "EQ" => Compare(name, ComparisonOperator.Equal, operands[0]),
        "NE" => Compare(name, ComparisonOperator.NotEqual, operands[0]),
        "LT" => Compare(name, ComparisonOperator.Less, operands[0]),
        "LE" => Compare(name, ComparisonOperator.LessOrEqual, operands[0]),
        "GT" => Compare(name, ComparisonOperator.Greater, operands[0]),
        "GE" => Compare(name, ComparisonOperator.GreaterOrEqual, operands[0]),
        "BETWEEN" => new BetweenCondition(Attribute(name), new ValueOperand(operands[0]), new ValueOperand(operands[1])),
        "IN" => new InCondition(Attribute(name), [.. operands.Select(static operand => new ValueOperand(operand))]),
        "BEGINS_WITH" => new BeginsWithCondition(Attribute(name), new ValueOperand(operands[0])),
        "CONTAINS" => Contains(name, operands[0]),
        "NOT_CONTAINS" => new LogicalCondition(isAnd: true, [Exists(name, true), new NotCondition(Contains(name, operands[0]))]),
        "NULL" => Exists(name, false),
        "NOT_NULL" => Exists(name, true),
        _ => throw new ArgumentException($"The model has no operator {comparison}.", nameof(comparison)),
    };

    private static KeyOperator? Operator(string comparison) => comparison switch
    {
        "EQ" => KeyOperator.Equal,
        "LT" => KeyOperator.Less,
        "LE" => KeyOperator.LessOrEqual,
        "GT" => KeyOperator.Greater,
        "GE" => KeyOperator.GreaterOrEqual,
        "BETWEEN" => KeyOperator.Between,
        "BEGINS_WITH" => KeyOperator.BeginsWith,
        _ => null,
    };

    private static ComparisonCondition Compare(string name, ComparisonOperator comparison, AttributeValue operand) =>
        new(comparison, Attribute(name), new ValueOperand(operand));

    private static ContainsCondition Contains(string name, AttributeValue operand) => new(Attribute(name), new ValueOperand(operand));

    private static ExistsCondition Exists(string name, bool expected) => new(new DocumentPath(name, []), expected);

    private static PathOperand Attribute(string name) => new(new DocumentPath(name, []));
}
