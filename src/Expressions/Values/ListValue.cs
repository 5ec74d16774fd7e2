namespace RustStack.Expressions.Values;

/// <summary>A list (<c>L</c>) of values of any types.</summary>
/// <param name="values">The elements, which nobody changes afterwards.</param>
public sealed class ListValue(IReadOnlyList<AttributeValue> values) : AttributeValue
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<AttributeValue> Values { get; } = values;

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.L;

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other)
    {
        if (other is not ListValue that || that.Values.Count != Values.Count) return false;
        for (int i = 0; i < Values.Count; i++)
        {
            if (!Values[i].Equals(that.Values[i])) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        for (int i = 0; i < Values.Count; i++) hash.Add(Values[i]);
        return hash.ToHashCode();
    }
}
