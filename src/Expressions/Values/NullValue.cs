namespace RustStack.Expressions.Values;

/// <summary>The null value (<c>NULL</c>).</summary>
public sealed class NullValue : AttributeValue
{
    /// <summary>The only instance.</summary>
    public static readonly NullValue Instance = new();

    private NullValue()
    {
    }

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.NULL;

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other) => other is NullValue;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)AttributeType.NULL;
}
