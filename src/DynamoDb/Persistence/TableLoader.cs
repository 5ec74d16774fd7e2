using RustStack.Core.Collections;
using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Persistence;

/// <summary>Makes tables of what was saved: items stream in the order of their keys, and the maps are built of them without searching.</summary>
internal static class TableLoader
{
    /// <summary>Loads the items of a table.</summary>
    /// <param name="storage">Where they are saved.</param>
    /// <param name="tableId">The table's number.</param>
    /// <returns>The items by key.</returns>
    /// <exception cref="Core.Persistence.StateException">They cannot be read.</exception>
    public static OrderedMap<byte[], Item, BytesComparer> Items(ITableStorage storage, long tableId)
    {
        OrderedMapLoader<byte[], Item, BytesComparer> loader = new();
        foreach (SavedItem saved in storage.Items(tableId)) loader.Add(saved.Key, new(saved.Data));
        return loader.ToMap();
    }

    /// <summary>Loads the items of a backup.</summary>
    /// <param name="storage">Where they are saved.</param>
    /// <param name="backupId">The backup's number.</param>
    /// <returns>The items by key.</returns>
    /// <exception cref="Core.Persistence.StateException">They cannot be read.</exception>
    public static OrderedMap<byte[], Item, BytesComparer> BackupItems(ITableStorage storage, long backupId)
    {
        OrderedMapLoader<byte[], Item, BytesComparer> loader = new();
        foreach (SavedBackupItem saved in storage.BackupItems(backupId)) loader.Add(saved.Key, new(saved.Data));
        return loader.ToMap();
    }
}
