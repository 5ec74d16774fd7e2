namespace RustStack.Expressions.Values;

/// <summary>
/// A DynamoDB attribute value, immutable. Two values are equal as DynamoDB compares them: of one type, numbers by value, sets without
/// order, lists in order, maps by names and values.
/// </summary>
public abstract class AttributeValue : IEquatable<AttributeValue>
{
    private protected AttributeValue()
    {
    }

    /// <summary>The value's data type.</summary>
    public abstract AttributeType Type { get; }

    /// <inheritdoc/>
    public abstract bool Equals(AttributeValue? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as AttributeValue);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
