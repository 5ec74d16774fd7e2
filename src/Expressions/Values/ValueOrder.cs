namespace RustStack.Expressions.Values;

/// <summary>The order of strings, numbers and binary values, the only types that have one.</summary>
internal static class ValueOrder
{
    /// <summary>Whether values of a type can be ordered.</summary>
    public static bool IsOrdered(AttributeType type) => type is AttributeType.S or AttributeType.N or AttributeType.B;

    /// <summary>Compares two values.</summary>
    /// <returns>False when they are of different types or of one that has no order.</returns>
    public static bool TryCompare(AttributeValue left, AttributeValue right, out int order)
    {
        (bool comparable, order) = (left, right) switch
        {
            (StringValue a, StringValue b) => (true, Utf8Order.Compare(a.Value, b.Value)),
            (NumberValue a, NumberValue b) => (true, a.Value.CompareTo(b.Value)),
            (BinaryValue a, BinaryValue b) => (true, a.Value.AsSpan().SequenceCompareTo(b.Value)),
            _ => (false, 0),
        };
        return comparable;
    }
}
