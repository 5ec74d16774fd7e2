namespace RustStack.Expressions.Values;

/// <summary>A number (<c>N</c>).</summary>
/// <param name="value">The exact value.</param>
public sealed class NumberValue(DynamoNumber value) : AttributeValue
{
    /// <summary>The exact value.</summary>
    public DynamoNumber Value { get; } = value;

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.N;

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other) => other is NumberValue that && Value == that.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}
