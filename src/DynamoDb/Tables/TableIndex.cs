using RustStack.Core.Collections;
using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Tables;

/// <summary>The entries of a secondary index. Guarded by its table's lock.</summary>
/// <param name="definition">What the index is.</param>
internal sealed class TableIndex(IndexDefinition definition)
{
    private readonly byte[][] _projected = definition.ProjectedWireNames();

    /// <summary>What the index is.</summary>
    public IndexDefinition Definition { get; } = definition;

    /// <summary>
    /// The entries by index key: with a projection of all attributes the table's own items, else items of the projected ones.
    /// </summary>
    public OrderedMap<byte[], Item, BytesComparer> Entries { get; } = new();

    /// <summary>The size of all entries as DynamoDB counts it, in bytes.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>Follows a change of the table.</summary>
    /// <param name="before">The item as it was; null when there was none.</param>
    /// <param name="after">The item as it is; null when it is deleted.</param>
    /// <returns>What that costs in write units; zero when the index has nothing of the change.</returns>
    public int Follow(Item? before, Item? after)
    {
        byte[]? oldKey = KeyOf(before);
        byte[]? newKey = KeyOf(after);
        if (oldKey is null) return newKey is null ? 0 : Add(newKey, Project(after!));
        if (newKey is null) return Remove(oldKey);
        return oldKey.AsSpan().SequenceEqual(newKey) ? Replace(newKey, Project(after!)) : Remove(oldKey) + Add(newKey, Project(after!));
    }

    /// <summary>The size of an item's entry.</summary>
    /// <param name="item">The item, or null.</param>
    /// <returns>Bytes; zero when the index has nothing of it.</returns>
    public int EntryBytes(Item? item) => KeyOf(item) is null ? 0 : Project(item!).SizeBytes;

    private byte[]? KeyOf(Item? item) =>
        item is not null && Definition.Key.TryEncode(item, out ReadOnlySpan<byte> key) ? key.ToArray() : null;

    private Item Project(Item item) => Definition.ProjectsAll ? item : ItemEdit.Only(item, _projected);

    private int Add(byte[] key, Item entry)
    {
        Entries.Set(key, entry);
        SizeBytes += entry.SizeBytes;
        return WriteUnits.Of(null, entry);
    }

    private int Remove(byte[] key)
    {
        if (!Entries.Remove(key, out Item? entry)) return 0;
        SizeBytes -= entry.SizeBytes;
        return WriteUnits.Of(entry, null);
    }

    private int Replace(byte[] key, Item entry)
    {
        Entries.Set(key, entry, out Item? replaced);
        SizeBytes += entry.SizeBytes - (replaced?.SizeBytes ?? 0);
        return replaced is not null && replaced.Data.SequenceEqual(entry.Data) ? 0 : WriteUnits.Of(replaced, entry);
    }
}
