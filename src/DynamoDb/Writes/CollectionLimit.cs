using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Writes;

/// <summary>
/// The limit on the size of an item collection: all items of one partition key of a table with local indexes, and their entries there.
/// Collections are not measured as long as the whole table is smaller than the limit.
/// </summary>
internal static class CollectionLimit
{
    /// <summary>The keys of an item's collection.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item, or its key.</param>
    /// <returns>The range, the same in the table and in its local indexes.</returns>
    public static KeyRange CollectionOf(Table table, Item item) =>
        KeyRange.Of(new KeyLayout(table.Definition.Key.Partition, [], []).Encode(item));

    /// <summary>Whether a change makes a collection larger than allowed. The table's gate is held.</summary>
    /// <param name="table">The table.</param>
    /// <param name="change">The change.</param>
    /// <returns>True when it does; a change that makes nothing larger never does.</returns>
    public static bool IsExceeded(Table table, in ItemChange change)
    {
        if (!table.Definition.HasLocalIndexes || change.After is null) return false;
        long growth = Growth(table, change);
        return growth > 0
            && Sum(table) + growth > table.CollectionLimitBytes
            && table.CollectionBytes(CollectionOf(table, change.After)) + growth > table.CollectionLimitBytes;
    }

    private static long Growth(Table table, in ItemChange change)
    {
        long growth = change.After!.SizeBytes - (change.Before?.SizeBytes ?? 0);
        foreach (TableIndex index in table.Indexes)
        {
            if (!index.Definition.IsGlobal) growth += index.EntryBytes(change.After) - index.EntryBytes(change.Before);
        }

        return growth;
    }

    private static long Sum(Table table)
    {
        long bytes = table.SizeBytes;
        foreach (TableIndex index in table.Indexes)
        {
            if (!index.Definition.IsGlobal) bytes += index.SizeBytes;
        }

        return bytes;
    }
}
