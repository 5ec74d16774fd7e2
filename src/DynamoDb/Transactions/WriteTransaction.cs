using System.Runtime.InteropServices;
using RustStack.Core.Errors;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Streams;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Writes;

namespace RustStack.DynamoDb.Transactions;

/// <summary>
/// The writes of TransactWriteItems: they all happen as one step, or none does. Its items are claimed first, so that whoever wants one of
/// them meanwhile is told of the conflict; then the gates of its tables are entered, every action decides, and all are committed.
/// </summary>
internal sealed class WriteTransaction
{
    private const int MaxSizeBytes = 4 * 1024 * 1024;

    private readonly ItemWrite?[] _writes;
    private readonly AwsException?[] _refusals;

    private WriteTransaction(Table[] tables)
    {
        Tables = tables;
        _writes = new ItemWrite?[tables.Length];
        _refusals = new AwsException?[tables.Length];
    }

    /// <summary>The table of each action.</summary>
    public Table[] Tables { get; }

    /// <summary>Validates the actions against their tables.</summary>
    /// <param name="actions">The actions in the request's order.</param>
    /// <param name="tables">The table of each.</param>
    /// <returns>The transaction.</returns>
    /// <exception cref="AwsException">ValidationException: it is refused as a whole.</exception>
    public static WriteTransaction Of(IReadOnlyList<TransactionAction> actions, Table[] tables)
    {
        var transaction = new WriteTransaction(tables);
        for (int i = 0; i < actions.Count; i++) transaction.Bind(i, actions[i]);
        var items = new HashSet<ItemAddress>();
        foreach (ItemWrite? write in transaction._writes)
        {
            if (write is not null && !items.Add(new(write.Table, write.Key))) throw DynamoDbErrors.Validation(TransactionErrorText.SameItem);
        }

        return actions.Sum(static action => (long)action.SizeBytes) <= MaxSizeBytes
            ? transaction
            : throw DynamoDbErrors.Validation(TransactionErrorText.TooLarge);
    }

    /// <summary>Decides and commits everything as one step.</summary>
    /// <param name="token">What is saved with it of its token; null when it has none.</param>
    /// <param name="saved">What the answer waits for.</param>
    /// <returns>What each action costs as a write by itself.</returns>
    /// <exception cref="AwsException">TransactionCanceledException: nothing happened.</exception>
    /// <exception cref="JournalException">Nothing can be saved at the moment: nothing happened.</exception>
    public WriteUnits[] Execute(SavedToken? token, out JournalReceipt saved)
    {
        ItemClaims claims = Tables[0].Claims;
        ItemAddress[] items = [.. _writes.OfType<ItemWrite>().Select(static write => new ItemAddress(write.Table, write.Key))];
        if (claims.TryClaim(items) is { } held) throw Conflict(held);
        var gates = new TableGates(Tables);
        bool entered = false;
        try
        {
            gates.Enter();
            entered = true;
            return Commit(token, out saved);
        }
        finally
        {
            // Given back inside the gates, so that nobody finds a claim of a transaction that is over.
            claims.Release(items);
            if (entered) gates.Exit();
        }
    }

    /// <summary>Reads the items that the actions are about, all of one state.</summary>
    /// <returns>The item of each action; null where there is none.</returns>
    public Item?[] Read()
    {
        var gates = new TableGates(Tables);
        gates.Enter();
        try
        {
            return Array.ConvertAll(_writes, static write => write?.Table.Find(write.Key));
        }
        finally
        {
            gates.Exit();
        }
    }

    private void Bind(int index, TransactionAction action)
    {
        Table table = Tables[index];
        if (action.CheckSchema(table.Definition.Key) is { } mismatch)
        {
            _refusals[index] = DynamoDbErrors.Validation(mismatch);
            return;
        }

        try
        {
            _writes[index] = action.Bind(table);
        }
        catch (AwsException refusal)
        {
            _refusals[index] = refusal;
        }
    }

    private WriteUnits[] Commit(SavedToken? token, out JournalReceipt saved)
    {
        ItemChange[] changes = new ItemChange[_writes.Length];
        for (int i = 0; i < changes.Length; i++) _refusals[i] ??= _writes[i]!.TryDecide(out changes[i]);
        if (Array.Exists(_refusals, static refusal => refusal is not null)) throw CancellationReasons.Of(_refusals);

        StreamEntry?[] entries = new StreamEntry?[_writes.Length];
        for (int i = 0; i < entries.Length; i++) entries[i] = _writes[i]!.Changes ? Tables[i].Stream?.Record(changes[i]) : null;
        saved = Tables[0].Journal is { } journal ? Save(journal, changes, entries, token) : default;
        WriteUnits[] units = new WriteUnits[_writes.Length];
        for (int i = 0; i < units.Length; i++) units[i] = Commit(_writes[i]!, changes[i]);
        foreach (StreamEntry? entry in entries) entry?.Publish(saved);
        return units;
    }

    private JournalReceipt Save(IJournal journal, ItemChange[] changes, StreamEntry?[] entries, SavedToken? token)
    {
        List<JournalRecord> records = new((2 * changes.Length) + 1);
        for (int i = 0; i < changes.Length; i++)
        {
            if (_writes[i]!.Changes && changes[i].ToRecord(Tables[i].Sequence) is { } record) records.Add(record);
            if (entries[i] is { } entry) records.Add(entry.ToRecord());
        }

        if (token is not null) records.Add(token);
        return journal.Append(CollectionsMarshal.AsSpan(records), () => TakeBack(changes, entries));
    }

    private void TakeBack(ItemChange[] changes, StreamEntry?[] entries)
    {
        var gates = new TableGates(Tables);
        gates.EnterAny();
        try
        {
            for (int i = entries.Length - 1; i >= 0; i--) entries[i]?.TakeBack();
            for (int i = 0; i < changes.Length; i++)
            {
                if (_writes[i]!.Changes) Tables[i].Apply(changes[i].Reversed());
            }
        }
        finally
        {
            gates.Exit();
        }
    }

    private static WriteUnits Commit(ItemWrite write, in ItemChange change) =>
        write.Changes ? write.Table.Apply(change) : new(WriteUnits.Of(change.Before, change.After), []);

    // Only actions that are valid have claimed anything: the marks are theirs.
    private TransactionCanceledException Conflict(bool[] held)
    {
        int claimed = 0;
        for (int i = 0; i < _writes.Length; i++)
        {
            if (_writes[i] is not null && held[claimed++]) _refusals[i] = DynamoDbErrors.TransactionConflict();
        }

        return CancellationReasons.Of(_refusals);
    }
}
