using RustStack.Expressions.Paths;
using RustStack.Expressions.Projections;

namespace RustStack.DynamoDb.Items;

/// <summary>Which parts of items an answer has. Whole attributes are copied as bytes.</summary>
internal sealed class ItemProjection
{
    private readonly IProjection? _parts;
    private readonly byte[][] _wireNames;

    /// <summary>Makes a projection of a compiled one.</summary>
    /// <param name="projection">The compiled projection.</param>
    public ItemProjection(IProjection projection)
    {
        _parts = projection.IsTopLevelOnly ? null : projection;
        Attributes = projection.Attributes;
        AttributeNames = projection.AttributeNames;
        _wireNames = new byte[AttributeNames.Count][];
        for (int i = 0; i < _wireNames.Length; i++) _wireNames[i] = WireName.Of(AttributeNames[i]);
    }

    /// <summary>How attributes are read.</summary>
    public UsedAttributes Attributes { get; }

    /// <summary>The top-level attributes that are read.</summary>
    public IReadOnlyList<string> AttributeNames { get; }

    /// <summary>Takes the parts of an item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The parts that it has.</returns>
    public Item Apply(Item item) => _parts is null ? ItemEdit.Only(item, _wireNames) : ItemEdit.Of(_parts.Apply(item));
}
