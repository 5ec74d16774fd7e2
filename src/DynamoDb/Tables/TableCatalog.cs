using System.Collections.Concurrent;
using RustStack.Core.Collections;
using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Tables;

/// <summary>Every table of every account and region.</summary>
internal sealed class TableCatalog
{
    private readonly ConcurrentDictionary<TableName, Table> _tables = new();
    private readonly ItemClaims _claims = new();
    private readonly Lock _creation = new();
    private readonly IJournal? _journal;
    private readonly StreamCatalog? _streams;
    private long _sequence;

    /// <summary>Makes a catalog of the tables that were saved.</summary>
    /// <param name="statusDelay">How long tables and indexes stay in each state on their way; zero for at once.</param>
    /// <param name="storage">Where tables are saved; null to keep everything in memory alone.</param>
    /// <param name="streams">Where streams are made; null for tables without.</param>
    /// <exception cref="StateException">They cannot be read.</exception>
    public TableCatalog(TimeSpan statusDelay = default, ITableStorage? storage = null, StreamCatalog? streams = null)
    {
        StatusDelay = statusDelay;
        _streams = streams;
        if (storage is null) return;
        _journal = storage.Journal;
        _sequence = storage.LastTableId();
        foreach (SavedTable saved in storage.Tables())
        {
            TableDefinition definition = TableDocument.Read(saved.Definition);
            Table table = Make(definition, saved.Id, TableLoader.Items(storage, saved.Id));
            _streams?.Attach(table);
            _tables[definition.Name] = table;
        }
    }

    /// <summary>How long tables and indexes stay in each state on their way.</summary>
    public TimeSpan StatusDelay { get; }

    /// <summary>Every table, in the order in which they were made.</summary>
    /// <returns>The tables as they are now.</returns>
    public List<Table> All() => [.. _tables.Values.OrderBy(static table => table.Sequence)];

    /// <summary>Finds a table, whatever its status.</summary>
    /// <param name="name">Where it is and what it is called.</param>
    /// <param name="now">The time of the request.</param>
    /// <returns>The table, or null.</returns>
    public Table? Find(TableName name, DateTimeOffset now)
    {
        if (!_tables.TryGetValue(name, out Table? table)) return null;
        if (table.Lifecycle.IsSettledAt(now)) return table;
        lock (table.Gate)
        {
            table.Lifecycle.Advance(now);
            if (!table.Lifecycle.IsGone) return table;
        }

        Remove(table);
        return null;
    }

    /// <summary>Finds the table that an operation on items works on.</summary>
    /// <param name="text">The table's name or ARN as the request has it.</param>
    /// <param name="context">Who asks, where and when.</param>
    /// <returns>The table.</returns>
    /// <exception cref="Core.Errors.AwsException">
    /// ResourceNotFoundException, for a table that is being created or deleted too; ValidationException for what cannot be a name.
    /// </exception>
    public Table Get(string text, RequestContext context)
    {
        Table? table = Find(TableNameRules.Read(text, context), context.Time);
        return table?.Lifecycle.Status is TableStatus.Active or TableStatus.Updating ? table : throw DynamoDbErrors.ResourceNotFound();
    }

    /// <summary>Finds the table that an operation on tables works on, whatever its status.</summary>
    /// <param name="text">The table's name or ARN as the request has it.</param>
    /// <param name="context">Who asks, where and when.</param>
    /// <returns>The table.</returns>
    /// <exception cref="Core.Errors.AwsException">ResourceNotFoundException, or ValidationException for what cannot be a name.</exception>
    public Table GetAny(string text, RequestContext context)
    {
        TableName name = TableNameRules.Read(text, context);
        return Find(name, context.Time) ?? throw DynamoDbErrors.TableNotFound(name.Name);
    }

    /// <summary>Adds an empty table.</summary>
    /// <param name="definition">What it is.</param>
    /// <param name="saved">What the answer waits for.</param>
    /// <returns>The table.</returns>
    /// <exception cref="Core.Errors.AwsException">ResourceInUseException: there is one of this name.</exception>
    /// <exception cref="JournalException">Nothing can be saved at the moment; nothing was changed.</exception>
    public Table Create(TableDefinition definition, out JournalReceipt saved)
    {
        lock (_creation)
        {
            if (Find(definition.Name, definition.CreatedAt) is { } other)
                throw other.IsDeleted ? TableStateErrors.BeingDeleted(definition.Name) : DynamoDbErrors.TableExists(definition.Name.Name);
            definition = _streams?.Label(before: null, definition) ?? definition;
            Table table = Make(definition, ++_sequence, new());
            table.Lifecycle.BeginCreation(definition.CreatedAt, StatusDelay, [.. table.Indexes]);
            StreamTransition? opening = _streams?.Between(table, definition);
            saved = _journal?.Append(
                [new SavedTable(table.Sequence, TableDocument.Write(definition)), .. opening?.Records ?? []], () => Discard(table, opening)) ?? default;
            opening?.Make(saved);
            _tables[definition.Name] = table;
            return table;
        }
    }

    /// <summary>Takes a table away, with its gate held; requests that found it before find it deleted.</summary>
    /// <param name="table">The table.</param>
    /// <param name="now">The time.</param>
    /// <returns>What the answer waits for.</returns>
    /// <exception cref="JournalException">Nothing can be saved at the moment; nothing was changed.</exception>
    public JournalReceipt Delete(Table table, DateTimeOffset now)
    {
        StreamTransition? closing = _streams?.Between(table, after: null);
        JournalReceipt saved = _journal?.Append(
            [new RemovedTable(table.Sequence), .. closing?.Records ?? []], () => Restore(table, closing)) ?? default;
        closing?.Make(saved);
        table.MarkDeleted();
        table.Lifecycle.BeginDeletion(now, StatusDelay);
        if (table.Lifecycle.IsGone) Remove(table);
        return saved;
    }

    /// <summary>The names of an account's tables in a region.</summary>
    /// <param name="context">Who asks, where and when.</param>
    /// <returns>The names in the order of their bytes.</returns>
    public List<string> Names(RequestContext context)
    {
        List<string> names = [];
        foreach ((TableName name, _) in _tables)
        {
            if (name.AccountId != context.AccountId || name.Region != context.Region) continue;
            if (Find(name, context.Time) is not null) names.Add(name.Name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private Table Make(TableDefinition definition, long sequence, OrderedMap<byte[], Item, BytesComparer> items) =>
        new(definition, sequence, items) { Claims = _claims, Journal = _journal, Streams = _streams };

    // A creation that could not be saved.
    private void Discard(Table table, StreamTransition? opening)
    {
        lock (table.Gate)
        {
            opening?.TakeBack();
            table.MarkDeleted();
        }

        Remove(table);
    }

    // A deletion that could not be saved.
    private void Restore(Table table, StreamTransition? closing)
    {
        lock (table.Gate)
        {
            closing?.TakeBack();
            table.MarkRestored();
        }

        _tables[table.Definition.Name] = table;
    }

    private void Remove(Table table) => _tables.TryRemove(KeyValuePair.Create(table.Definition.Name, table));
}
