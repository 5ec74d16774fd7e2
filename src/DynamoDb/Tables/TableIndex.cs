using RustStack.Core.Collections;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;

namespace RustStack.DynamoDb.Tables;

/// <summary>The entries of a secondary index. Guarded by its table's lock.</summary>
internal sealed class TableIndex
{
    private readonly byte[][] _projected;

    /// <summary>Makes an empty index.</summary>
    /// <param name="definition">What the index is.</param>
    public TableIndex(IndexDefinition definition)
        : this(definition, new())
    {
    }

    private TableIndex(IndexDefinition definition, OrderedMap<byte[], Item, BytesComparer> entries)
    {
        Definition = definition;
        Entries = entries;
        _projected = definition.ProjectedWireNames();
    }

    /// <summary>What the index is.</summary>
    public IndexDefinition Definition { get; }

    /// <summary>
    /// The entries by index key: with a projection of all attributes the table's own items, else items of the projected ones.
    /// </summary>
    public OrderedMap<byte[], Item, BytesComparer> Entries { get; private set; }

    /// <summary>The size of all entries as DynamoDB counts it, in bytes.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>A global index's status.</summary>
    public string Status { get; private set; } = IndexStatus.Active;

    /// <summary>Whether an index that is added is being filled already; null for every other.</summary>
    public bool? IsBackfilling { get; private set; }

    /// <summary>
    /// Makes an index of items that are there. It leaves out those whose key attributes are missing, of another type, empty or too long.
    /// </summary>
    /// <param name="definition">What the index is.</param>
    /// <param name="items">The table's items.</param>
    /// <returns>The index.</returns>
    public static TableIndex Backfilled(IndexDefinition definition, OrderedMap<byte[], Item, BytesComparer> items)
    {
        var index = new TableIndex(definition);
        List<KeyValuePair<byte[], Item>> entries = [];
        foreach ((_, Item item) in items)
        {
            if (index.KeyOf(item) is { } key) entries.Add(new(key, index.Project(item)));
        }

        entries.Sort(static (left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        OrderedMapLoader<byte[], Item, BytesComparer> loader = new();
        foreach ((byte[] key, Item entry) in entries)
        {
            loader.Add(key, entry);
            index.SizeBytes += entry.SizeBytes;
        }

        index.Entries = loader.ToMap();
        return index;
    }

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

    /// <summary>Takes another status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="isBackfilling">What <see cref="IsBackfilling"/> is from now on.</param>
    public void Become(string status, bool? isBackfilling = null)
    {
        Status = status;
        IsBackfilling = isBackfilling;
    }

    // What is written later satisfies the key's rules; an item from before the index need not.
    private byte[]? KeyOf(Item? item)
    {
        if (item is null || !Definition.Key.TryEncode(item, out ReadOnlySpan<byte> key)) return null;
        byte[] bytes = key.ToArray();
        return KeyRules.CheckIndexed(Definition.Key, Definition.Name, item) is null ? bytes : null;
    }

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
