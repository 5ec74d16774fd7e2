using System.Buffers.Binary;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Generated.Streams;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Streams;

/// <summary>
/// The stream of a table: the changes of its items, in the order in which they were made. Whoever changes items records that with the
/// table's gate held, so that numbers, journal and memory have one order. A lock of its own guards what readers and trimming touch; it may
/// be entered with the gate held, and inside it changes are appended to the journal.
/// </summary>
internal sealed class TableStream
{
    private const int MostPageBytes = 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly StreamCatalog _catalog;
    private readonly List<StreamShard> _shards = [];
    private readonly byte[][] _keyNames;
    private StreamShard[] _open = [];
    private volatile StreamDefinition _definition;
    private long _next;
    private long _retainedBytes;

    /// <summary>Makes a stream without shards.</summary>
    /// <param name="id">Its number among all streams and shards ever made.</param>
    /// <param name="definition">What it is.</param>
    /// <param name="catalog">What it is in.</param>
    public TableStream(long id, StreamDefinition definition, StreamCatalog catalog)
    {
        Id = id;
        _definition = definition;
        _catalog = catalog;
        _keyNames = [.. definition.KeySchema.Select(static element => WireName.Of(element.AttributeName!))];
        _next = SequenceNumbers.First(definition.CreatedAt);
    }

    /// <summary>Its number among all streams and shards ever made.</summary>
    public long Id { get; }

    /// <summary>What it is.</summary>
    public StreamDefinition Definition => _definition;

    /// <summary>Opens the first shards of a new stream.</summary>
    /// <param name="count">How many.</param>
    public void OpenShards(int count)
    {
        lock (_lock)
        {
            for (int lane = 0; lane < count; lane++) _shards.Add(NewShard(lane, parentId: null, _definition.CreatedAt));
            _open = [.. _shards];
        }
    }

    /// <summary>Takes over the shards and entries that were saved.</summary>
    /// <param name="shards">The shards, in the order in which they were opened.</param>
    public void Restore(IEnumerable<StreamShard> shards)
    {
        lock (_lock)
        {
            _shards.AddRange(shards);
            _open = [.. _shards.Where(static shard => shard.End is null).OrderBy(static shard => shard.Lane)];
            foreach (StreamShard shard in _shards)
            {
                _next = Math.Max(_next, Math.Max(shard.Latest, shard.End ?? shard.Start) + 1);
                _retainedBytes += shard.Read(0, int.MaxValue, int.MaxValue).Entries.Sum(static entry => entry.RetainedBytes);
            }

            TrimForSpace();
        }
    }

    /// <summary>What is saved of a new stream.</summary>
    /// <returns>Its record and those of its shards.</returns>
    public JournalRecord[] ToRecords()
    {
        lock (_lock)
        {
            return [new SavedStream(Id, StreamDocument.Write(_definition)), .. _shards.Select(shard => shard.ToRecord(Id))];
        }
    }

    /// <summary>Makes the entry of a change, with the table's gate held; it is published when the change is made.</summary>
    /// <param name="change">What was decided.</param>
    /// <returns>The entry; null when the change changes nothing.</returns>
    /// <exception cref="JournalException">A shard has to be closed, and nothing can be saved at the moment.</exception>
    public StreamEntry? Record(in ItemChange change)
    {
        if (ItemComparison.AreSame(change.Before, change.After)) return null;
        DateTimeOffset now = _catalog.Time.GetUtcNow();
        StreamDefinition definition = _definition;
        Item keys = ItemEdit.Only((change.After ?? change.Before)!, _keyNames);
        lock (_lock)
        {
            return new()
            {
                Shard = OpenShard(change.Key, now),
                Number = _next++,
                EventName = (change.Before, change.After) switch
                {
                    (null, _) => OperationType.Insert,
                    (_, null) => OperationType.Remove,
                    _ => OperationType.Modify,
                },
                CreatedAt = now,
                Keys = keys,
                OldImage = definition.HasOldImages ? change.Before : null,
                NewImage = definition.HasNewImages ? change.After : null,
                IsExpiry = change.IsExpiry,
            };
        }
    }

    /// <summary>Adds an entry whose change was made, with the table's gate held.</summary>
    /// <param name="entry">The entry.</param>
    public void Add(StreamEntry entry)
    {
        lock (_lock)
        {
            entry.Shard.Add(entry);
            _retainedBytes += entry.RetainedBytes;
            TrimForSpace();
        }
    }

    /// <summary>Takes the last entry of a shard back: its change could not be saved.</summary>
    /// <param name="entry">The entry.</param>
    public void TakeBack(StreamEntry entry)
    {
        lock (_lock)
        {
            if (entry.Shard.TryTakeBack(entry)) _retainedBytes -= entry.RetainedBytes;
        }
    }

    /// <summary>Prepares the end of the stream, with the table's gate held.</summary>
    /// <returns>What is saved of it, and how it is made and taken back.</returns>
    public StreamTransition Closing()
    {
        lock (_lock)
        {
            StreamDefinition before = _definition;
            StreamShard[] open = _open;
            DateTimeOffset now = _catalog.Time.GetUtcNow();
            StreamDefinition after = before with { DisabledAt = now };
            long[] ends = Array.ConvertAll(open, _ => _next++);
            JournalRecord[] records =
            [
                new SavedStream(Id, StreamDocument.Write(after)),
                .. open.Select((shard, index) => shard.ToRecord(Id, ends[index], now)),
            ];
            return new(records, saved => Close(after, ends, now, saved), () => Reopen(before, open));
        }
    }

    /// <summary>Describes the shards, in the order in which they were opened.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The shards.</returns>
    public List<ShardSummary> Shards(DateTimeOffset now)
    {
        lock (_lock)
        {
            return
            [
                .. _shards.Where(shard => !IsOver(shard, now))
                    .Select(static shard => new ShardSummary(shard.ShardId, shard.ParentId, shard.Start, shard.End)),
            ];
        }
    }

    /// <summary>Where a reader of a shard begins.</summary>
    /// <param name="shardId">The shard.</param>
    /// <param name="type">A value of <see cref="ShardIteratorType"/>.</param>
    /// <param name="number">The number that the type asks for.</param>
    /// <param name="now">The time.</param>
    /// <returns>The number to read from.</returns>
    /// <exception cref="Core.Errors.AwsException">The shard is not there, the number not in it, or what it stands for was trimmed.</exception>
    public long Position(string shardId, string type, long? number, DateTimeOffset now)
    {
        lock (_lock)
        {
            StreamShard shard = Get(shardId, now);
            if (number is not { } named) return type == ShardIteratorType.Latest ? shard.Latest : shard.Oldest;
            if (named < shard.Start || named > (shard.End ?? _next - 1)) throw StreamErrors.NumberOfAnotherShard(named, shardId);
            long from = type == ShardIteratorType.AtSequenceNumber ? named : named + 1;
            return from > shard.Horizon ? from : throw StreamErrors.Trimmed();
        }
    }

    /// <summary>Reads a page of a shard.</summary>
    /// <param name="shardId">The shard.</param>
    /// <param name="from">The number to read from.</param>
    /// <param name="most">The most entries.</param>
    /// <param name="now">The time.</param>
    /// <returns>At most 1 MB of entries, but at least one when there is one.</returns>
    /// <exception cref="Core.Errors.AwsException">The shard is not there, or what the number stands for was trimmed.</exception>
    public ShardPage Read(string shardId, long from, int most, DateTimeOffset now)
    {
        lock (_lock)
        {
            StreamShard shard = Get(shardId, now);
            return from > shard.Horizon ? shard.Read(from, most, MostPageBytes) : throw StreamErrors.Trimmed();
        }
    }

    /// <summary>Trims what is older than streams are kept, and saves how far.</summary>
    /// <param name="now">The time.</param>
    public void Sweep(DateTimeOffset now)
    {
        lock (_lock)
        {
            List<JournalRecord> records = [];
            foreach (StreamShard shard in _shards)
            {
                Trim(shard, now);
                if (IsOver(shard, now)) records.Add(new RemovedShard(shard.Id));
                else if (shard.Horizon > shard.SavedHorizon) records.Add(new TrimmedShard(shard.Id, shard.SavedHorizon = shard.Horizon));
            }

            _shards.RemoveAll(shard => IsOver(shard, now));

            // What was trimmed stays trimmed: a start trims again what could not be saved.
            if (records.Count > 0) _catalog.Journal?.Append([.. records], static () => { });
        }
    }

    private static bool IsOver(StreamShard shard, DateTimeOffset now) =>
        shard.IsEmpty && shard.ClosedAt is { } closedAt && now - closedAt > StreamSettings.Retention;

    private StreamShard Get(string shardId, DateTimeOffset now)
    {
        StreamShard? shard = _shards.Find(shard => shard.ShardId == shardId);
        if (shard is not null) Trim(shard, now);
        return shard is null || IsOver(shard, now) ? throw StreamErrors.ShardNotFound() : shard;
    }

    private StreamShard NewShard(int lane, string? parentId, DateTimeOffset now) => new()
    {
        Stream = this,
        Id = _catalog.NextId(),
        Lane = lane,
        ParentId = parentId,
        Start = _next++,
        OpenedAt = now,
    };

    // Keys begin with a hash: each open shard has a range of it.
    private StreamShard OpenShard(byte[] key, DateTimeOffset now)
    {
        StreamShard shard = _open[(int)((BinaryPrimitives.ReadUInt32BigEndian(key) * (ulong)_open.Length) >> 32)];
        TimeSpan lifetime = _catalog.Settings.ShardLifetime;
        return lifetime > TimeSpan.Zero && now - shard.OpenedAt >= lifetime ? RollOver(shard, now) : shard;
    }

    private StreamShard RollOver(StreamShard shard, DateTimeOffset now)
    {
        long end = _next++;
        StreamShard child = NewShard(shard.Lane, shard.ShardId, now);
        JournalReceipt saved = _catalog.Journal?.Append(
            [shard.ToRecord(Id, end, now), child.ToRecord(Id)], () => RollBack(shard, child)) ?? default;
        shard.Close(end, now, saved);
        _shards.Add(child);
        _open[shard.Lane] = child;
        return child;
    }

    private void RollBack(StreamShard shard, StreamShard child)
    {
        lock (_lock)
        {
            _shards.Remove(child);
            _open[shard.Lane] = shard;
            shard.Reopen();
        }
    }

    private void Close(StreamDefinition after, long[] ends, DateTimeOffset now, JournalReceipt saved)
    {
        lock (_lock)
        {
            _definition = after;
            for (int i = 0; i < ends.Length; i++) _open[i].Close(ends[i], now, saved);
            _open = [];
        }
    }

    private void Reopen(StreamDefinition before, StreamShard[] open)
    {
        lock (_lock)
        {
            _definition = before;
            _open = open;
            foreach (StreamShard shard in open) shard.Reopen();
        }
    }

    private void Trim(StreamShard shard, DateTimeOffset now)
    {
        while (!shard.IsEmpty && now - shard.First.CreatedAt > StreamSettings.Retention) TrimFirst(shard);
    }

    // What is not saved yet is not trimmed: it may have to be taken back.
    private void TrimForSpace()
    {
        while (_retainedBytes > _catalog.Settings.MostRetainedBytes && FindOldest() is { First.Saved.IsCommitted: true } shard) TrimFirst(shard);
    }

    private StreamShard? FindOldest() => _shards.Where(static shard => !shard.IsEmpty).MinBy(static shard => shard.First.Number);

    private void TrimFirst(StreamShard shard)
    {
        _retainedBytes -= shard.First.RetainedBytes;
        shard.TrimFirst();
    }
}
