using RustStack.Core.Collections;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Persistence;

namespace RustStack.DynamoDb.Backups;

/// <summary>A backup: what it is, and where its items are.</summary>
/// <param name="definition">What it is.</param>
/// <param name="number">Its number among all backups ever made.</param>
/// <param name="items">Its items; null when they are saved.</param>
internal sealed class Backup(BackupDefinition definition, long number, OrderedMapSnapshot<byte[], Item>? items)
{
    private volatile OrderedMapSnapshot<byte[], Item>? _items = items;
    private volatile bool _isAvailable = items is null;

    /// <summary>What it is.</summary>
    public BackupDefinition Definition => definition;

    /// <summary>Its number among all backups ever made.</summary>
    public long Number => number;

    /// <summary>Whether it can be restored from: all of its items are where they are to stay.</summary>
    public bool IsAvailable => _isAvailable;

    /// <summary>All of its items are where they are to stay.</summary>
    /// <param name="isSaved">Whether that is the storage, so that memory need not hold them.</param>
    public void Complete(bool isSaved)
    {
        if (isSaved) _items = null;
        _isAvailable = true;
    }

    /// <summary>Its items as those of a new table.</summary>
    /// <param name="storage">Where they are when memory does not hold them.</param>
    /// <returns>The items by key.</returns>
    /// <exception cref="Core.Persistence.StateException">They cannot be read.</exception>
    public OrderedMap<byte[], Item, BytesComparer> Items(ITableStorage? storage) =>
        _items is { } items ? new(items) : TableLoader.BackupItems(storage!, number);
}
