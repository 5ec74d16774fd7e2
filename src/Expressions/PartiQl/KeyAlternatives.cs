using RustStack.Expressions.Conditions;
using RustStack.Expressions.Keys;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl;

/// <summary>Reads conditions as what they ask of one key attribute.</summary>
internal static class KeyAlternatives
{
    /// <summary>Reads an equality of an attribute with a value.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="name">The attribute.</param>
    /// <returns>The value; null when the condition is something else.</returns>
    public static AttributeValue? ReadEqual(Condition condition, string name) =>
        ReadPredicate(condition, name) is { Operator: KeyOperator.Equal } predicate ? predicate.Operand : null;

    /// <summary>Reads the values that an attribute may have: IN, or equalities joined by OR.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="name">The attribute.</param>
    /// <returns>The values, each once; null when the condition is something else.</returns>
    public static List<AttributeValue>? Read(Condition condition, string name) => condition switch
    {
        InCondition { Operand: PathOperand { Path: { Rest: [], Root: { } root } } } list when root == name =>
            Collect(list.Candidates, static candidate => (candidate as ValueOperand)?.Value),
        LogicalCondition { IsAnd: false } either => Collect(either.Parts, part => ReadEqual(part, name)),
        _ => null,
    };

    /// <summary>Reads what a key can be searched by: a comparison with a value, BETWEEN values, or begins_with.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="name">The attribute.</param>
    /// <returns>The predicate; null when the condition is something else.</returns>
    public static KeyPredicate? ReadPredicate(Condition condition, string name)
    {
        if (condition is not (ComparisonCondition { Operator: not ComparisonOperator.NotEqual } or BetweenCondition or BeginsWithCondition))
            return null;
        List<KeyPredicate> predicates = new(1);
        return KeyConditionReader.Read(condition, predicates) is null && predicates is [{ } predicate] && predicate.AttributeName == name
            ? predicate
            : null;
    }

    private static List<AttributeValue>? Collect<T>(T[] parts, Func<T, AttributeValue?> read)
    {
        List<AttributeValue> values = new(parts.Length);
        HashSet<AttributeValue> known = new(parts.Length);
        foreach (T part in parts)
        {
            if (read(part) is not { } value) return null;
            if (known.Add(value)) values.Add(value);
        }

        return values;
    }
}
