namespace RustStack.DynamoDb.Streams;

/// <summary>Entries in the order of their numbers: added at the end, dropped at the start, found by number. Not synchronised.</summary>
internal sealed class EntryQueue
{
    private const int LeastCapacity = 16;

    private StreamEntry?[] _ring = [];
    private int _start;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>An entry by its place.</summary>
    /// <param name="index">From 0 to <see cref="Count"/>, exclusive.</param>
    public StreamEntry this[int index] => _ring[(_start + index) & (_ring.Length - 1)]!;

    /// <summary>Adds an entry.</summary>
    /// <param name="entry">The entry; its number is higher than all others.</param>
    public void Add(StreamEntry entry)
    {
        if (Count == _ring.Length) Resize(Math.Max(LeastCapacity, 2 * Count));
        _ring[(_start + Count++) & (_ring.Length - 1)] = entry;
    }

    /// <summary>Drops the first entry.</summary>
    public void DropFirst()
    {
        _ring[_start] = null;
        _start = (_start + 1) & (_ring.Length - 1);
        Count--;
        if (_ring.Length > LeastCapacity && Count <= _ring.Length / 4) Resize(_ring.Length / 2);
    }

    /// <summary>Drops an entry, if it is the last.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>False when it is not there any more.</returns>
    public bool TryDropLast(StreamEntry entry)
    {
        if (Count == 0 || !ReferenceEquals(this[Count - 1], entry)) return false;
        Count--;
        _ring[(_start + Count) & (_ring.Length - 1)] = null;
        return true;
    }

    /// <summary>The place of the first entry from a number on.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The place; <see cref="Count"/> when there is none.</returns>
    public int FirstFrom(long number)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (this[middle].Number < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Resize(int capacity)
    {
        var ring = new StreamEntry?[capacity];
        for (int i = 0; i < Count; i++) ring[i] = this[i];
        _ring = ring;
        _start = 0;
    }
}
