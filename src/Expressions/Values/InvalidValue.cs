namespace RustStack.Expressions.Values;

/// <summary>
/// A value that could be decoded but that validation must refuse, such as one with two data types. It has no data type and never
/// reaches an expression or an item: asking for its type is an error of ours.
/// </summary>
/// <param name="message">Why it is refused, in AWS's words.</param>
public sealed class InvalidValue(string message) : AttributeValue
{
    /// <summary>Why the value is refused, in AWS's words.</summary>
    public string Message { get; } = message;

    /// <inheritdoc/>
    public override AttributeType Type => throw new InvalidOperationException("An invalid value has no type: validate first.");

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Message.GetHashCode(StringComparison.Ordinal);
}
