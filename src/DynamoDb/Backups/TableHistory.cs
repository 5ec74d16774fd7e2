using RustStack.Core.Collections;
using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Backups;

/// <summary>
/// The states of a table that can be restored while point-in-time recovery is enabled: one for every second in which something was written,
/// as the table was before. States share what they have in common. It is in memory alone, and bounded: what would be too much is
/// forgotten, the oldest first. Guarded by the table's gate.
/// </summary>
/// <param name="startedAt">From when on there are states.</param>
internal sealed class TableHistory(DateTimeOffset startedAt)
{
    /// <summary>The most seconds with writes that are remembered.</summary>
    public const int MostSeconds = 86_400;

    /// <summary>The most bytes that the states may hold on to beside what the table has, by estimate.</summary>
    public const long MostBytes = 64L << 20;

    // What a state holds on to for each write: the copy of a leaf of the map, about.
    private const long BytesOfWrite = 1 << 10;

    private readonly Queue<State> _states = new();
    private State? _newest;
    private DateTimeOffset _earliest = startedAt;
    private long _second = long.MinValue;
    private long _bytes;

    /// <summary>The earliest time that there is a state of.</summary>
    public DateTimeOffset Earliest => _earliest;

    /// <summary>Something is about to be written.</summary>
    /// <param name="items">The table's items before.</param>
    /// <param name="replaced">The item that is replaced or deleted, if there is one.</param>
    /// <param name="now">The time.</param>
    public void Note(OrderedMap<byte[], Item, BytesComparer> items, Item? replaced, DateTimeOffset now)
    {
        long second = Math.Max(now.ToUnixTimeSeconds(), _second);
        if (second != _second) Begin(second, items);
        long bytes = BytesOfWrite + (replaced?.Bytes.Length ?? 0);
        _bytes += bytes;
        _newest!.Bytes += bytes;
        while (_states.Count > MostSeconds || (_bytes > MostBytes && _states.Count > 1)) Forget();
    }

    /// <summary>The items at a time: with everything that was written up to the end of its second.</summary>
    /// <param name="items">The table's items now.</param>
    /// <param name="time">A time that is not before <see cref="Earliest"/>.</param>
    /// <returns>The items.</returns>
    public OrderedMapSnapshot<byte[], Item> At(OrderedMap<byte[], Item, BytesComparer> items, DateTimeOffset time)
    {
        long second = time.ToUnixTimeSeconds();
        foreach (State state in _states)
        {
            if (state.Second > second) return state.Before;
        }

        return items.Snapshot();
    }

    private void Begin(long second, OrderedMap<byte[], Item, BytesComparer> items)
    {
        _second = second;
        _newest = new(second, items.Snapshot());
        _states.Enqueue(_newest);
    }

    // The state before the next second with writes is the earliest that is left.
    private void Forget()
    {
        State oldest = _states.Dequeue();
        _bytes -= oldest.Bytes;
        _earliest = DateTimeOffset.FromUnixTimeSeconds(oldest.Second);
    }

    private sealed class State(long second, OrderedMapSnapshot<byte[], Item> before)
    {
        public long Second => second;

        public OrderedMapSnapshot<byte[], Item> Before => before;

        public long Bytes { get; set; }
    }
}
