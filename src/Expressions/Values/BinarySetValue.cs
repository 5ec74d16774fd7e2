namespace RustStack.Expressions.Values;

/// <summary>A set of binary values (<c>BS</c>), in the order that it was written.</summary>
/// <param name="values">The elements; a valid set is not empty and has no duplicates.</param>
public sealed class BinarySetValue(IReadOnlyList<byte[]> values) : AttributeValue
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<byte[]> Values { get; } = values;

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.BS;

    /// <summary>Whether the set has an element.</summary>
    /// <param name="element">The element looked for.</param>
    /// <returns>True when an equal element is in the set.</returns>
    public bool Contains(byte[] element) => SetEquality.Contains(Values, element, ByteArrayComparer.Instance);

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other) =>
        other is BinarySetValue that && SetEquality.Equal(Values, that.Values, ByteArrayComparer.Instance);

    /// <inheritdoc/>
    public override int GetHashCode() => SetEquality.Hash(Values, ByteArrayComparer.Instance);
}
