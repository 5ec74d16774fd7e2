using RustStack.Core.Collections;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Tables;

/// <summary>
/// A table: its items by key, and its indexes. Items, entries and statuses are read and changed with <see cref="Gate"/> held,
/// so that a write finds, decides and commits as one step, and a page shows one state. <see cref="Definition"/> and <see cref="Indexes"/>
/// change with the gate held too, each as a whole: whoever reads them without it sees one of their states, and an index that was taken
/// away meanwhile as it was then. Whoever needs several tables enters their gates in the order of <see cref="Sequence"/>. Nothing is
/// awaited while a gate is held.
/// </summary>
internal sealed class Table
{
    private volatile TableDefinition _definition;
    private volatile TableIndex[] _indexes;

    /// <summary>Makes an empty table.</summary>
    /// <param name="definition">What it is.</param>
    /// <param name="sequence">Its number among all tables ever made.</param>
    public Table(TableDefinition definition, long sequence)
        : this(definition, sequence, new())
    {
    }

    /// <summary>Makes a table of items that are there.</summary>
    /// <param name="definition">What it is.</param>
    /// <param name="sequence">Its number among all tables ever made.</param>
    /// <param name="items">The items by key.</param>
    public Table(TableDefinition definition, long sequence, OrderedMap<byte[], Item, BytesComparer> items)
    {
        _definition = definition;
        Sequence = sequence;
        Items = items;
        _indexes = [.. definition.Indexes.Select(index => TableIndex.Backfilled(index, items))];
        foreach ((_, Item item) in items) SizeBytes += item.SizeBytes;
    }

    /// <summary>What the table is.</summary>
    public TableDefinition Definition => _definition;

    /// <summary>The table's number among all tables ever made: the order in which gates are entered.</summary>
    public long Sequence { get; }

    /// <summary>The table's lock.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The states that the table passes through.</summary>
    public TableLifecycle Lifecycle { get; } = new();

    /// <summary>Saves what changes; null when everything is in memory alone.</summary>
    public IJournal? Journal { get; init; }

    /// <summary>What streams are made in; null where tables have none.</summary>
    public StreamCatalog? Streams { get; init; }

    /// <summary>What changes are recorded in; null while the table has no stream. The gate guards it.</summary>
    public TableStream? Stream { get; set; }

    /// <summary>The items that transactions are about to work on, of all tables of the catalog.</summary>
    public ItemClaims Claims { get; init; } = new();

    /// <summary>The most bytes that the items of one partition key may have when the table has local indexes, their entries included.</summary>
    public long CollectionLimitBytes { get; init; } = 10L << 30;

    /// <summary>The items by key.</summary>
    public OrderedMap<byte[], Item, BytesComparer> Items { get; }

    /// <summary>The indexes, in the order of the definition's.</summary>
    public ReadOnlySpan<TableIndex> Indexes => _indexes;

    /// <summary>The size of all items as DynamoDB counts it, in bytes.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>Whether the table was deleted after it had been found.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Finds an index.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The index, or null.</returns>
    public TableIndex? FindIndex(string name) => Array.Find(_indexes, index => index.Definition.Name == name);

    /// <summary>Enters the gate of a table that is still there.</summary>
    /// <returns>What leaves it again.</returns>
    /// <exception cref="Core.Errors.AwsException">ResourceNotFoundException: the table was deleted meanwhile.</exception>
    public Lock.Scope Enter()
    {
        Lock.Scope scope = Gate.EnterScope();
        if (!IsDeleted) return scope;
        scope.Dispose();
        throw DynamoDbErrors.ResourceNotFound();
    }

    /// <summary>Looks an item up.</summary>
    /// <param name="key">Its key bytes.</param>
    /// <returns>The item, or null.</returns>
    public Item? Find(ReadOnlySpan<byte> key) => Items.TryGetValue(key, out Item? item) ? item : null;

    /// <summary>Makes a change: it is saved, and memory changes.</summary>
    /// <param name="change">What was decided with the gate held since.</param>
    /// <returns>The write; its answer waits until it is saved.</returns>
    /// <exception cref="JournalException">Nothing can be saved at the moment; nothing was changed.</exception>
    public CompletedWrite Commit(in ItemChange change)
    {
        StreamEntry? entry = Stream?.Record(change);
        JournalReceipt saved = Journal is null ? default : Save(Journal, change, entry);
        WriteUnits units = Apply(change);
        entry?.Publish(saved);
        return new(change, units, saved);
    }

    /// <summary>The one place where items change in memory: table and indexes together. What is done here is saved by the caller.</summary>
    /// <param name="change">What was decided with the gate held since.</param>
    /// <returns>What the write costs.</returns>
    public WriteUnits Apply(in ItemChange change)
    {
        if (change.After is { } after) Items.Set(change.Key, after);
        else if (change.Before is not null) Items.Remove(change.Key);
        SizeBytes += (change.After?.SizeBytes ?? 0) - (change.Before?.SizeBytes ?? 0);

        TableIndex[] indexes = _indexes;
        IndexUnits[] units = indexes.Length == 0 ? [] : new IndexUnits[indexes.Length];
        for (int i = 0; i < units.Length; i++) units[i] = new(indexes[i].Definition, indexes[i].Follow(change.Before, change.After));
        return new(WriteUnits.Of(change.Before, change.After), units);
    }

    /// <summary>
    /// Changes the table itself: its definition is saved, and memory changes. An index that the definition has and the table has not is made
    /// of the items that are there; one that the definition no longer has is taken away.
    /// </summary>
    /// <param name="definition">What the table is from now on: of the same name and key.</param>
    /// <returns>What the answer waits for.</returns>
    /// <exception cref="JournalException">Nothing can be saved at the moment; nothing was changed.</exception>
    public JournalReceipt Redefine(TableDefinition definition)
    {
        TableDefinition before = _definition;
        definition = Streams?.Label(before, definition) ?? definition;
        StreamTransition? transition = Streams?.Between(this, definition);
        JournalReceipt saved = Journal?.Append(
            [new SavedTable(Sequence, TableDocument.Write(definition)), .. transition?.Records ?? []], () => TakeBack(before, transition)) ?? default;
        Adopt(definition);
        transition?.Make(saved);
        return saved;
    }

    /// <summary>The size of an item collection: all items of a partition key and their entries in local indexes.</summary>
    /// <param name="partition">The range of the partition's keys; its hash and partition key are the same in local indexes.</param>
    /// <returns>Bytes.</returns>
    public long CollectionBytes(KeyRange partition)
    {
        long bytes = RangeBytes(Items, partition);
        foreach (TableIndex index in _indexes)
        {
            if (!index.Definition.IsGlobal) bytes += RangeBytes(index.Entries, partition);
        }

        return bytes;
    }

    /// <summary>Marks the table as deleted, for those who found it before.</summary>
    public void MarkDeleted() => IsDeleted = true;

    /// <summary>Takes the mark back: the deletion could not be saved.</summary>
    public void MarkRestored()
    {
        IsDeleted = false;
        Lifecycle.Settle();
        foreach (TableIndex index in _indexes) index.Become(IndexStatus.Active);
    }

    // A change that changes nothing waits for those before it all the same: its answer tells of them.
    private JournalReceipt Save(IJournal journal, ItemChange change, StreamEntry? entry)
    {
        ReadOnlySpan<JournalRecord> records = (change.ToRecord(Sequence), entry?.ToRecord()) switch
        {
            ({ } record, { } streamRecord) => [record, streamRecord],
            ({ } record, _) => [record],
            _ => [],
        };
        return journal.Append(records, () =>
        {
            lock (Gate)
            {
                entry?.TakeBack();
                Apply(change.Reversed());
            }
        });
    }

    private void TakeBack(TableDefinition before, StreamTransition? transition)
    {
        lock (Gate)
        {
            transition?.TakeBack();
            Adopt(before);
        }
    }

    // The one place where the table itself changes in memory.
    private void Adopt(TableDefinition definition)
    {
        TableIndex[] indexes = _indexes;
        if (!ReferenceEquals(definition.Indexes, _definition.Indexes))
        {
            _indexes =
            [
                .. definition.Indexes.Select(wanted =>
                    Array.Find(indexes, index => ReferenceEquals(index.Definition, wanted)) ?? TableIndex.Backfilled(wanted, Items)),
            ];
        }

        _definition = definition;
    }

    private static long RangeBytes(OrderedMap<byte[], Item, BytesComparer> map, KeyRange range)
    {
        long bytes = 0;
        for (var cursor = map.AtLeast(range.From.AsSpan()); cursor.IsValid && range.Contains(cursor.Key); cursor.MoveNext())
            bytes += cursor.Value.SizeBytes;
        return bytes;
    }
}
