using System.Globalization;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;

namespace RustStack.DynamoDb.Streams;

/// <summary>
/// A shard: the records of some of a table's keys while it is open. Guarded by the lock of its stream. The numbers of a shard lie between
/// its start and its end, which no record has.
/// </summary>
internal sealed class StreamShard
{
    private readonly EntryQueue _entries = new();

    /// <summary>The stream that it is of.</summary>
    public required TableStream Stream { get; init; }

    /// <summary>Its number among all streams and shards ever made.</summary>
    public required long Id { get; init; }

    /// <summary>Which of the stream's open shards it is, or was.</summary>
    public required int Lane { get; init; }

    /// <summary>The <c>ShardId</c> of the shard that it goes on from.</summary>
    public string? ParentId { get; init; }

    /// <summary>The first number that it may have.</summary>
    public required long Start { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The last number that it may have; null while it is open.</summary>
    public long? End { get; private set; }

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The highest number that was trimmed; 0 while none was.</summary>
    public long Horizon { get; private set; }

    /// <summary>The horizon that is saved.</summary>
    public long SavedHorizon { get; set; }

    /// <summary>What came of closing it.</summary>
    public JournalReceipt Closing { get; private set; }

    /// <summary>Its <c>ShardId</c>: ids are in the order in which shards are opened.</summary>
    public string ShardId => string.Create(CultureInfo.InvariantCulture, $"shardId-{Start:d20}-{Id & uint.MaxValue:x8}");

    /// <summary>Whether it has no entries.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The first entry; there is one.</summary>
    public StreamEntry First => _entries[0];

    /// <summary>The number that follows everything that readers see.</summary>
    public long Latest
    {
        get
        {
            int last = _entries.Count - 1;
            while (last >= 0 && !_entries[last].Saved.IsCommitted) last--;
            return last < 0 ? Oldest : _entries[last].Number + 1;
        }
    }

    /// <summary>The number from which nothing was trimmed.</summary>
    public long Oldest => Math.Max(Start, Horizon + 1);

    /// <summary>What is saved of it.</summary>
    /// <param name="streamId">The stream's number.</param>
    /// <param name="end">Its end.</param>
    /// <param name="closedAt">When it was closed.</param>
    /// <returns>The record.</returns>
    public JournalRecord ToRecord(long streamId, long? end = null, DateTimeOffset? closedAt = null) =>
        new SavedShard(Id, streamId, Horizon, StreamDocument.Write(this, end, closedAt));

    /// <summary>Adds an entry.</summary>
    /// <param name="entry">The entry.</param>
    public void Add(StreamEntry entry) => _entries.Add(entry);

    /// <summary>Takes the last entry back.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>False when it was trimmed meanwhile.</returns>
    public bool TryTakeBack(StreamEntry entry) => _entries.TryDropLast(entry);

    /// <summary>Trims the first entry.</summary>
    public void TrimFirst()
    {
        Horizon = First.Number;
        _entries.DropFirst();
    }

    /// <summary>Takes over the horizon that was saved.</summary>
    /// <param name="horizon">The horizon.</param>
    public void Restore(long horizon)
    {
        Horizon = horizon;
        SavedHorizon = horizon;
    }

    /// <summary>Closes it.</summary>
    /// <param name="end">Its end.</param>
    /// <param name="closedAt">The time.</param>
    /// <param name="saved">What came of it.</param>
    public void Close(long end, DateTimeOffset closedAt, JournalReceipt saved)
    {
        End = end;
        ClosedAt = closedAt;
        Closing = saved;
    }

    /// <summary>Opens it again: closing it could not be saved.</summary>
    public void Reopen()
    {
        End = null;
        ClosedAt = null;
    }

    /// <summary>Reads a page of what is saved.</summary>
    /// <param name="from">The number to read from.</param>
    /// <param name="most">The most entries.</param>
    /// <param name="mostBytes">The most bytes of entries; one is read however large it is.</param>
    /// <returns>The page.</returns>
    public ShardPage Read(long from, int most, long mostBytes)
    {
        List<StreamEntry> page = [];
        long bytes = 0;
        long next = from;
        int index = _entries.FirstFrom(from);
        for (; index < _entries.Count && page.Count < most; index++)
        {
            StreamEntry entry = _entries[index];
            bytes += entry.SizeBytes;
            if (!entry.Saved.IsCommitted || (page.Count > 0 && bytes > mostBytes)) return new(page, next);
            page.Add(entry);
            next = entry.Number + 1;
        }

        bool isOver = index == _entries.Count && End is not null && Closing.IsCommitted;
        return new(page, isOver ? null : next);
    }
}
