using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests;

/// <summary>An item in memory that notes which attributes were read.</summary>
internal sealed class TestItem(IReadOnlyDictionary<string, AttributeValue> attributes) : IAttributeSource
{
    public HashSet<string> Read { get; } = [];

    public IReadOnlyDictionary<string, AttributeValue> Attributes { get; } = attributes;

    public AttributeValue? Get(string attributeName)
    {
        Read.Add(attributeName);
        return Attributes.GetValueOrDefault(attributeName);
    }
}
