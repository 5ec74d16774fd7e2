namespace RustStack.Expressions.Values;

/// <summary>A set of numbers (<c>NS</c>), in the order that it was written.</summary>
/// <param name="values">The elements; a valid set is not empty and has no duplicates.</param>
public sealed class NumberSetValue(IReadOnlyList<DynamoNumber> values) : AttributeValue
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<DynamoNumber> Values { get; } = values;

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.NS;

    /// <summary>Whether the set has an element.</summary>
    /// <param name="element">The element looked for.</param>
    /// <returns>True when an equal element is in the set.</returns>
    public bool Contains(DynamoNumber element) => SetEquality.Contains(Values, element, EqualityComparer<DynamoNumber>.Default);

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other) =>
        other is NumberSetValue that && SetEquality.Equal(Values, that.Values, EqualityComparer<DynamoNumber>.Default);

    /// <inheritdoc/>
    public override int GetHashCode() => SetEquality.Hash(Values, EqualityComparer<DynamoNumber>.Default);
}
