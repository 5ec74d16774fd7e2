using RustStack.Expressions.Conditions;
using RustStack.Expressions.Parsing;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Keys;

/// <summary>Reads a bound condition as a key condition and refuses what keys cannot be searched by.</summary>
internal static class KeyConditionReader
{
    /// <summary>Reads a condition.</summary>
    /// <param name="condition">The bound condition.</param>
    /// <param name="predicates">Where its predicates go.</param>
    /// <returns>AWS's error text, or null.</returns>
    public static string? Read(Condition condition, List<KeyPredicate> predicates)
    {
        if (condition is LogicalCondition { IsAnd: true } conjunction)
        {
            string? error = null;
            for (int i = 0; i < conjunction.Parts.Length && error is null; i++) error = Read(conjunction.Parts[i], predicates);
            return error;
        }

        return condition switch
        {
            ComparisonCondition { Operator: not ComparisonOperator.NotEqual } comparison => ReadComparison(comparison, predicates),
            BetweenCondition between => Add(KeyOperator.Between, predicates, between.Operand, between.Lower, between.Upper),
            BeginsWithCondition prefix => Add(KeyOperator.BeginsWith, predicates, prefix.Operand, prefix.Prefix),
            _ => KeyConditionErrors.InvalidOperator(Name(condition)),
        };
    }

    private static string? ReadComparison(ComparisonCondition comparison, List<KeyPredicate> predicates)
    {
        bool reversed = comparison is { Left: ValueOperand, Right: PathOperand };
        Operand left = reversed ? comparison.Right : comparison.Left;
        Operand right = reversed ? comparison.Left : comparison.Right;
        return Add(Operator(comparison.Operator, reversed), predicates, left, right);
    }

    private static string? Add(KeyOperator keyOperator, List<KeyPredicate> predicates, params ReadOnlySpan<Operand> operands)
    {
        if (operands[0] is ValueOperand && keyOperator is KeyOperator.Between or KeyOperator.BeginsWith)
            return KeyConditionErrors.NoNameFirst(keyOperator == KeyOperator.Between ? "BETWEEN" : FunctionNames.BeginsWith);
        DocumentPath? path = null;
        foreach (Operand operand in operands)
        {
            if (operand is SizeOperand) return KeyConditionErrors.Nested;
            if (operand is not PathOperand found) continue;
            if (path is not null) return KeyConditionErrors.ManyNames;
            if (found.Path.Rest.Length > 0) return KeyConditionErrors.NestedAttribute;
            path = found.Path;
        }

        if (path is null) return KeyConditionErrors.NoName;
        if (predicates.Exists(predicate => predicate.AttributeName == path.Root)) return KeyConditionErrors.Repeated;
        AttributeValue? upper = operands.Length == 3 ? ((ValueOperand)operands[2]).Value : null;
        predicates.Add(new(path.Root, keyOperator, ((ValueOperand)operands[1]).Value, upper));
        return null;
    }

    private static KeyOperator Operator(ComparisonOperator comparison, bool reversed) => (comparison, reversed) switch
    {
        (ComparisonOperator.Less, false) or (ComparisonOperator.Greater, true) => KeyOperator.Less,
        (ComparisonOperator.LessOrEqual, false) or (ComparisonOperator.GreaterOrEqual, true) => KeyOperator.LessOrEqual,
        (ComparisonOperator.Greater, false) or (ComparisonOperator.Less, true) => KeyOperator.Greater,
        (ComparisonOperator.GreaterOrEqual, false) or (ComparisonOperator.LessOrEqual, true) => KeyOperator.GreaterOrEqual,
        _ => KeyOperator.Equal,
    };

    private static string Name(Condition condition) => condition switch
    {
        LogicalCondition => "OR",
        NotCondition => "NOT",
        InCondition => "IN",
        ComparisonCondition => "<>",
        ExistsCondition { Expected: true } => FunctionNames.AttributeExists,
        ExistsCondition => FunctionNames.AttributeNotExists,
        TypeCondition => FunctionNames.AttributeType,
        _ => FunctionNames.Contains,
    };
}
