using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>Compares items by what they hold: the order of attributes, of members of maps and of elements of sets does not matter.</summary>
internal static class ItemComparison
{
    /// <summary>Whether two items are the same.</summary>
    /// <param name="one">An item, or null for none.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when both have the same attributes, or neither is there.</returns>
    public static bool AreSame(Item? one, Item? other)
    {
        if (one is null || other is null) return ReferenceEquals(one, other);
        if (one.Data.SequenceEqual(other.Data)) return true;
        if (one.SizeBytes != other.SizeBytes || one.Count != other.Count) return false;
        ItemAttributes attributes = one.Attributes;
        while (attributes.MoveNext())
        {
            if (!IsSame(attributes.Value, other.Find(attributes.Name))) return false;
        }

        return true;
    }

    // Canonical scalars of one value are the same bytes; lists and maps may hold sets and maps.
    private static bool IsSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.SequenceEqual(other)) return true;
        if (other.IsEmpty || one.Length != other.Length) return false;
        bool hasOneForm = AttributeWire.TypeOf(one)
            is AttributeType.S or AttributeType.N or AttributeType.B or AttributeType.BOOL or AttributeType.NULL;
        return !hasOneForm && AttributeDecoder.Decode(one).Equals(AttributeDecoder.Decode(other));
    }
}
