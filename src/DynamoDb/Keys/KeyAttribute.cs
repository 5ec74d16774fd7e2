using RustStack.DynamoDb.Items;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Keys;

/// <summary>An attribute that is part of a key.</summary>
/// <param name="name">The attribute's name.</param>
/// <param name="type">Its type: S, N or B.</param>
internal sealed class KeyAttribute(string name, AttributeType type)
{
    /// <summary>The attribute's name.</summary>
    public string Name { get; } = name;

    /// <summary>The name as it stands in items.</summary>
    public byte[] WireNameBytes { get; } = WireName.Of(name);

    /// <summary>The type: S, N or B.</summary>
    public AttributeType Type { get; } = type;
}
