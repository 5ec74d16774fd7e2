using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tables;

/// <summary>
/// The states that a table passes through. Changes happen at once; when statuses are delayed, the statuses follow as time passes: whoever
/// finds the table moves them on. Everything but <see cref="IsSettledAt"/> is guarded by the table's gate.
/// </summary>
internal sealed class TableLifecycle
{
    private readonly List<(DateTimeOffset At, Action Step)> _steps = [];
    private readonly List<TableIndex> _leaving = [];
    private long _nextTicks = long.MaxValue;

    /// <summary>The table's status.</summary>
    public string Status { get; private set; } = TableStatus.Active;

    /// <summary>Whether the table was being deleted and is gone now.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The indexes that are being deleted: of the table no longer, but still described.</summary>
    public IReadOnlyList<TableIndex> LeavingIndexes => _leaving;

    /// <summary>Whether no status is due to change. Any thread may ask.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True when <see cref="Advance"/> would do nothing.</returns>
    public bool IsSettledAt(DateTimeOffset now) => now.UtcTicks < Volatile.Read(ref _nextTicks);

    /// <summary>Takes the statuses to where they are at a time.</summary>
    /// <param name="now">The time.</param>
    public void Advance(DateTimeOffset now)
    {
        while (_steps.Count > 0 && _steps[0].At <= now)
        {
            Action step = _steps[0].Step;
            _steps.RemoveAt(0);
            step();
        }

        Volatile.Write(ref _nextTicks, _steps.Count == 0 ? long.MaxValue : _steps[0].At.UtcTicks);
    }

    /// <summary>Nothing is due to change any more, and the table is there.</summary>
    public void Settle()
    {
        _steps.Clear();
        _leaving.Clear();
        Status = TableStatus.Active;
        IsGone = false;
        Volatile.Write(ref _nextTicks, long.MaxValue);
    }

    /// <summary>The table is created, with its indexes.</summary>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long it takes; zero for at once.</param>
    /// <param name="indexes">The table's indexes.</param>
    public void BeginCreation(DateTimeOffset now, TimeSpan delay, IReadOnlyList<TableIndex> indexes)
    {
        if (delay == TimeSpan.Zero) return;
        Status = TableStatus.Creating;
        foreach (TableIndex index in indexes) index.Become(IndexStatus.Creating);
        After(now + delay, () =>
        {
            Status = TableStatus.Active;
            foreach (TableIndex index in indexes) index.Become(IndexStatus.Active);
        });
    }

    /// <summary>The table is being created until <see cref="EndCreation"/>, however long that takes.</summary>
    /// <param name="indexes">The table's indexes.</param>
    public void HoldCreation(IReadOnlyList<TableIndex> indexes)
    {
        Settle();
        Status = TableStatus.Creating;
        foreach (TableIndex index in indexes) index.Become(IndexStatus.Creating);
    }

    /// <summary>The table is there, with its indexes.</summary>
    /// <param name="indexes">The table's indexes.</param>
    public void EndCreation(IReadOnlyList<TableIndex> indexes)
    {
        Settle();
        foreach (TableIndex index in indexes) index.Become(IndexStatus.Active);
    }

    /// <summary>The table is updated.</summary>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long it takes; zero for at once.</param>
    public void BeginUpdate(DateTimeOffset now, TimeSpan delay)
    {
        if (delay == TimeSpan.Zero) return;
        Status = TableStatus.Updating;
        After(now + delay, () => Status = TableStatus.Active);
    }

    /// <summary>The table is deleted.</summary>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long it takes; zero for at once.</param>
    public void BeginDeletion(DateTimeOffset now, TimeSpan delay)
    {
        Status = TableStatus.Deleting;
        if (delay == TimeSpan.Zero) IsGone = true;
        else After(now + delay, () => IsGone = true);
    }

    /// <summary>An index is added: the table is updated while room is made for it, then it is filled.</summary>
    /// <param name="index">The index.</param>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long each of the two takes; zero for at once.</param>
    public void BeginIndexCreation(TableIndex index, DateTimeOffset now, TimeSpan delay)
    {
        if (delay == TimeSpan.Zero) return;
        index.Become(IndexStatus.Creating, isBackfilling: false);
        After(now + delay, () => index.Become(IndexStatus.Creating, isBackfilling: true));
        After(now + (2 * delay), () => index.Become(IndexStatus.Active));
    }

    /// <summary>An index gets another throughput.</summary>
    /// <param name="index">The index.</param>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long it takes; zero for at once.</param>
    public void BeginIndexUpdate(TableIndex index, DateTimeOffset now, TimeSpan delay)
    {
        if (delay == TimeSpan.Zero) return;
        index.Become(IndexStatus.Updating);
        After(now + delay, () => index.Become(IndexStatus.Active));
    }

    /// <summary>An index is taken away.</summary>
    /// <param name="index">The index.</param>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long it takes; zero for at once.</param>
    public void BeginIndexDeletion(TableIndex index, DateTimeOffset now, TimeSpan delay)
    {
        if (delay == TimeSpan.Zero) return;
        index.Become(IndexStatus.Deleting);
        _leaving.Add(index);
        After(now + delay, () => _leaving.Remove(index));
    }

    // Steps of one moment keep their order.
    private void After(DateTimeOffset at, Action step)
    {
        int index = _steps.FindIndex(other => other.At > at);
        _steps.Insert(index < 0 ? _steps.Count : index, (at, step));
        Volatile.Write(ref _nextTicks, _steps[0].At.UtcTicks);
    }
}
