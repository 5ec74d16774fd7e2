namespace RustStack.Expressions.Values;

/// <summary>Binary data (<c>B</c>), decoded.</summary>
/// <param name="value">The bytes, which nobody changes afterwards; they may be empty.</param>
public sealed class BinaryValue(byte[] value) : AttributeValue
{
    /// <summary>The bytes.</summary>
#pragma warning disable CA1819 // The bytes are handed on without a copy; values are immutable by agreement.
    public byte[] Value { get; } = value;
#pragma warning restore CA1819

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.B;

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other) => other is BinaryValue that && Value.AsSpan().SequenceEqual(that.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => ByteArrayComparer.Instance.GetHashCode(Value);
}
