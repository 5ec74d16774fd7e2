namespace RustStack.Expressions.Values;

/// <summary>A map (<c>M</c>) from names to values.</summary>
/// <param name="values">The entries, which nobody changes afterwards.</param>
public sealed class MapValue(IReadOnlyDictionary<string, AttributeValue> values) : AttributeValue
{
    /// <summary>The entries.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Values { get; } = values;

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.M;

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other)
    {
        if (other is not MapValue that || that.Values.Count != Values.Count) return false;
        foreach ((string name, AttributeValue value) in Values)
        {
            if (!that.Values.TryGetValue(name, out AttributeValue? theirs) || !value.Equals(theirs)) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Values.Count;
        foreach ((string name, AttributeValue value) in Values)
        {
            hash ^= HashCode.Combine(name, value);
        }

        return hash;
    }
}
