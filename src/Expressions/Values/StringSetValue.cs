namespace RustStack.Expressions.Values;

/// <summary>A set of strings (<c>SS</c>), in the order that it was written.</summary>
/// <param name="values">The elements; a valid set is not empty and has no duplicates.</param>
public sealed class StringSetValue(IReadOnlyList<string> values) : AttributeValue
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.SS;

    /// <summary>Whether the set has an element.</summary>
    /// <param name="element">The element looked for.</param>
    /// <returns>True when an equal element is in the set.</returns>
    public bool Contains(string element) => SetEquality.Contains(Values, element, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other) =>
        other is StringSetValue that && SetEquality.Equal(Values, that.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => SetEquality.Hash(Values, StringComparer.Ordinal);
}
