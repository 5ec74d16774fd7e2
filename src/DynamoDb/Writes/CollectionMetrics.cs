using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Writes;

/// <summary>Reports the size of the item collection that a write touched, for tables with local indexes.</summary>
internal static class CollectionMetrics
{
    private const double GigaByte = 1L << 30;

    /// <summary>Makes the answer's member.</summary>
    /// <param name="mode">The request's <c>ReturnItemCollectionMetrics</c>.</param>
    /// <param name="table">The table.</param>
    /// <param name="item">The item, or its key.</param>
    /// <returns>The metrics; null when they are not asked for or the table has no local index.</returns>
    public static ItemCollectionMetrics? Of(string? mode, Table table, Item item)
    {
        if (mode != ReturnItemCollectionMetrics.Size || !table.Definition.HasLocalIndexes) return null;
        KeyRange range = CollectionLimit.CollectionOf(table, item);
        long bytes;
        lock (table.Gate) bytes = table.CollectionBytes(range);
        double lower = Math.Floor(bytes / GigaByte);
        return new()
        {
            ItemCollectionKey = ItemEdit.Only(item, [table.Definition.Key.Partition[0].WireNameBytes]),
            SizeEstimateRangeGB = [lower, lower + 1],
        };
    }
}
