using System.Collections.Concurrent;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Streams;

/// <summary>Every stream of every account and region, those included that were disabled less than a day ago.</summary>
internal sealed class StreamCatalog
{
    private readonly ConcurrentDictionary<StreamName, TableStream> _streams = new();
    private long _lastId;

    /// <summary>Makes a catalog of the streams that were saved.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="settings">How streams are kept.</param>
    /// <param name="storage">Where they are saved; null to keep everything in memory alone.</param>
    /// <exception cref="StateException">They cannot be read.</exception>
    public StreamCatalog(TimeProvider time, StreamSettings settings, ITableStorage? storage = null)
    {
        Time = time;
        Settings = settings;
        Journal = storage?.Journal;
        if (storage is null) return;
        _lastId = storage.LastStreamId();
        foreach (TableStream stream in StreamLoader.Streams(storage, this)) Add(stream);
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>How streams are kept.</summary>
    public StreamSettings Settings { get; }

    /// <summary>Saves what changes; null when everything is in memory alone.</summary>
    public IJournal? Journal { get; }

    /// <summary>The number of a new stream or shard.</summary>
    /// <returns>A number that none ever had.</returns>
    public long NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Finds a stream.</summary>
    /// <param name="name">Which.</param>
    /// <param name="now">The time.</param>
    /// <returns>The stream; null when there is none, or it is kept no longer.</returns>
    public TableStream? Find(StreamName name, DateTimeOffset now) =>
        _streams.TryGetValue(name, out TableStream? stream) && !stream.Definition.IsOverAt(now) ? stream : null;

    /// <summary>The streams of an account in a region.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="region">The region.</param>
    /// <param name="now">The time.</param>
    /// <returns>Their names, by table and then by label.</returns>
    public List<StreamName> Names(string accountId, string region, DateTimeOffset now)
    {
        IEnumerable<StreamName> names = _streams.Values.Select(static stream => stream.Definition)
            .Where(definition => !definition.IsOverAt(now)).Select(static definition => definition.Name)
            .Where(name => name.Table.AccountId == accountId && name.Table.Region == region);
        return [.. names.OrderBy(static name => name.Table.Name, StringComparer.Ordinal).ThenBy(static name => name.Label, StringComparer.Ordinal)];
    }

    /// <summary>Gives a table that gets a stream a label that no stream of its name has.</summary>
    /// <param name="before">The table as it is; null for a new one.</param>
    /// <param name="after">The table as it will be.</param>
    /// <returns>The table as it will be, with its label.</returns>
    public TableDefinition Label(TableDefinition? before, TableDefinition after)
    {
        if (after.StreamSpecification is null || before?.StreamSpecification is not null) return after;
        string label = after.StreamLabel!;
        while (_streams.ContainsKey(new(after.Name, label))) label = StreamLabels.After(label);
        return label == after.StreamLabel ? after : after with { StreamLabel = label };
    }

    /// <summary>What a change of a table's definition does to its stream.</summary>
    /// <param name="table">The table; its gate is held, unless nobody knows it yet.</param>
    /// <param name="after">The table as it will be; null when it is deleted.</param>
    /// <returns>The transition; null when the stream stays as it is.</returns>
    public StreamTransition? Between(Table table, TableDefinition? after)
    {
        bool isEnabled = after?.StreamSpecification is not null;
        if (table.Stream is { } stream) return isEnabled ? null : Closing(table, stream);
        return isEnabled ? Opening(table, after!) : null;
    }

    /// <summary>Gives a table that was loaded its stream; one that was saved before streams were written gets a new one.</summary>
    /// <param name="table">The table.</param>
    public void Attach(Table table)
    {
        if (table.Definition is not { StreamSpecification: not null, StreamLabel: { } label } definition) return;
        if (_streams.TryGetValue(new(definition.Name, label), out TableStream? stream) && stream.Definition.DisabledAt is null)
        {
            table.Stream = stream;
            return;
        }

        StreamTransition opening = Opening(table, definition);
        opening.Make(Journal?.Append(opening.Records, opening.TakeBack) ?? default);
    }

    /// <summary>Trims every stream, and forgets those that are kept no longer.</summary>
    public void Sweep()
    {
        DateTimeOffset now = Time.GetUtcNow();
        foreach (TableStream stream in _streams.Values)
        {
            if (!stream.Definition.IsOverAt(now)) stream.Sweep(now);
            else if (_streams.TryRemove(KeyValuePair.Create(stream.Definition.Name, stream)))
                Journal?.Append([new RemovedStream(stream.Id)], static () => { });
        }
    }

    private void Add(TableStream stream) => _streams[stream.Definition.Name] = stream;

    private StreamTransition Opening(Table table, TableDefinition after)
    {
        var stream = new TableStream(NextId(), new()
        {
            Name = new(after.Name, after.StreamLabel!),
            ViewType = after.StreamSpecification!.StreamViewType!,
            KeySchema = after.KeySchema,
            CreatedAt = Time.GetUtcNow(),
        }, this);
        stream.OpenShards(Settings.OpenShards);
        return new(stream.ToRecords(), _ => Begin(table, stream), () => TakeBack(table, stream));
    }

    private static StreamTransition Closing(Table table, TableStream stream)
    {
        StreamTransition closing = stream.Closing();
        return new(closing.Records, saved => End(table, closing, saved), () => Resume(table, stream, closing));
    }

    private void Begin(Table table, TableStream stream)
    {
        Add(stream);
        table.Stream = stream;
    }

    private void TakeBack(Table table, TableStream stream)
    {
        table.Stream = null;
        _streams.TryRemove(KeyValuePair.Create(stream.Definition.Name, stream));
    }

    private static void End(Table table, StreamTransition closing, JournalReceipt saved)
    {
        closing.Make(saved);
        table.Stream = null;
    }

    private static void Resume(Table table, TableStream stream, StreamTransition closing)
    {
        closing.TakeBack();
        table.Stream = stream;
    }
}
