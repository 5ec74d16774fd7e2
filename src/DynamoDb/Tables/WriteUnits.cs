using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Tables;

/// <summary>What a write costs, in write units: one for each KB begun.</summary>
/// <param name="Table">The table's share.</param>
/// <param name="Indexes">Each index's share.</param>
internal readonly record struct WriteUnits(int Table, IndexUnits[] Indexes)
{
    private const int UnitBytes = 1024;

    /// <summary>The cost of writing one item: the larger of what is replaced and what replaces it; at least one unit.</summary>
    /// <param name="before">The item as it was, if there was one.</param>
    /// <param name="after">The item as it is, if there is one.</param>
    /// <returns>Write units.</returns>
    public static int Of(Item? before, Item? after) =>
        Math.Max(1, (Math.Max(before?.SizeBytes ?? 0, after?.SizeBytes ?? 0) + UnitBytes - 1) / UnitBytes);
}
