namespace RustStack.Expressions.Values;

/// <summary>A string (<c>S</c>).</summary>
/// <param name="value">The text; it may be empty.</param>
public sealed class StringValue(string value) : AttributeValue
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.S;

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other) =>
        other is StringValue that && string.Equals(Value, that.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
