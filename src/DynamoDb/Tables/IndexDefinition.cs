using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;

namespace RustStack.DynamoDb.Tables;

/// <summary>What a secondary index is. An index has one definition as long as it is there: its throughput is the table's matter.</summary>
internal sealed record IndexDefinition
{
    /// <summary>The index's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a global index, not a local one.</summary>
    public required bool IsGlobal { get; init; }

    /// <summary>The key as it was declared.</summary>
    public required IReadOnlyList<KeySchemaElement> KeySchema { get; init; }

    /// <summary>The key as it is encoded.</summary>
    public required KeyLayout Key { get; init; }

    /// <summary>Which attributes the index has.</summary>
    public required Projection Projection { get; init; }

    /// <summary>Whether the index has every attribute.</summary>
    public bool ProjectsAll => Projection.ProjectionType == ProjectionType.All;

    /// <summary>Whether the index has an attribute of the items in it.</summary>
    /// <param name="attributeName">The attribute's name.</param>
    /// <returns>True when it has.</returns>
    public bool Projects(string attributeName)
    {
        if (ProjectsAll) return true;
        foreach (KeyAttribute key in Key.All)
        {
            if (key.Name == attributeName) return true;
        }

        return Projection.NonKeyAttributes is { } names && names.Contains(attributeName);
    }

    /// <summary>The names of the attributes that the index has, as they stand in items.</summary>
    /// <returns>The names; of no use when it has all.</returns>
    public byte[][] ProjectedWireNames() =>
        [.. Key.WireNames, .. (Projection.NonKeyAttributes ?? []).Select(WireName.Of)];
}
