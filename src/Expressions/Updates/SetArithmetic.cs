using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>What ADD and DELETE compute.</summary>
internal static class SetArithmetic
{
    /// <summary>Adds a number to a number, or the elements of a set to a set of its type. Null when the types do not fit.</summary>
    public static ExpressionResult<AttributeValue>? Add(AttributeValue current, AttributeValue operand) => (current, operand) switch
    {
        (NumberValue a, NumberValue b) => Sum(a.Value, b.Value),
        (StringSetValue a, StringSetValue b) => new(new StringSetValue(Union(a.Values, b.Values, StringComparer.Ordinal))),
        (NumberSetValue a, NumberSetValue b) => new(new NumberSetValue(Union(a.Values, b.Values, null))),
        (BinarySetValue a, BinarySetValue b) => new(new BinarySetValue(Union(a.Values, b.Values, ByteArrayComparer.Instance))),
        _ => null,
    };

    /// <summary>Whether two values are sets of one type.</summary>
    public static bool AreSets(AttributeValue current, AttributeValue operand) =>
        current.Type == operand.Type && current.Type is AttributeType.SS or AttributeType.NS or AttributeType.BS;

    /// <summary>Takes the elements of a set out of a set of its type. Null when nothing is left.</summary>
    public static AttributeValue? Remove(AttributeValue current, AttributeValue operand) => (current, operand) switch
    {
        (StringSetValue a, StringSetValue b) =>
            Difference(a.Values, b.Values, StringComparer.Ordinal) is { Count: > 0 } rest ? new StringSetValue(rest) : null,
        (NumberSetValue a, NumberSetValue b) =>
            Difference(a.Values, b.Values, null) is { Count: > 0 } rest ? new NumberSetValue(rest) : null,
        (BinarySetValue a, BinarySetValue b) =>
            Difference(a.Values, b.Values, ByteArrayComparer.Instance) is { Count: > 0 } rest ? new BinarySetValue(rest) : null,
        _ => null,
    };

    private static ExpressionResult<AttributeValue> Sum(DynamoNumber left, DynamoNumber right)
    {
        NumberResult sum = left.Add(right);
        return sum.Error is { } message ? new(new ExpressionError(message)) : new(new NumberValue(sum.Value));
    }

    private static List<T> Union<T>(IReadOnlyList<T> current, IReadOnlyList<T> added, IEqualityComparer<T>? comparer)
    {
        List<T> union = [.. current];
        HashSet<T> known = new(current, comparer);
        foreach (T element in added)
        {
            if (known.Add(element)) union.Add(element);
        }

        return union;
    }

    private static List<T> Difference<T>(IReadOnlyList<T> current, IReadOnlyList<T> removed, IEqualityComparer<T>? comparer)
    {
        List<T> rest = [];
        HashSet<T> gone = new(removed, comparer);
        foreach (T element in current)
        {
            if (!gone.Contains(element)) rest.Add(element);
        }

        return rest;
    }
}
