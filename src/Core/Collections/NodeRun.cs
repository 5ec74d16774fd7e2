namespace RustStack.Core.Collections;

/// <summary>
/// What both kinds of node hold: keys in ascending order, each with its item (a leaf's value, a branch's child). The arrays grow with
/// the entries, so that a small map is small. A field of exactly one node; never copied but by <see cref="Clone"/>.
/// </summary>
internal struct NodeRun<TKey, TItem>(TKey[] keys, TItem[] items, int count)
{
    /// <summary>The most entries of a node.</summary>
    public const int Capacity = 64;

    /// <summary>Below this many entries a node takes some from a sibling or joins it; the root and the right edge are excepted.</summary>
    public const int MinCount = Capacity / 3;

    /// <summary>What a bulk load puts into a node: nearly full, with room for a few writes.</summary>
    public const int LoadCount = Capacity - AppendSplitCount;

    private const int MaxJoinedCount = Capacity * 3 / 4;
    private const int AppendSplitCount = Capacity / 8;
    private const int FirstLength = 4;

    private TKey[] _keys = keys;
    private TItem[] _items = items;

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; } = count;

    /// <summary>Whether another entry needs a split first.</summary>
    public readonly bool IsFull => Count == Capacity;

    /// <summary>The keys in use.</summary>
    public readonly ReadOnlySpan<TKey> Keys => _keys.AsSpan(0, Count);

    /// <summary>The items in use.</summary>
    public readonly Span<TItem> Items => _items.AsSpan(0, Count);

    /// <summary>A copy with arrays of its own.</summary>
    public readonly NodeRun<TKey, TItem> Clone() => new((TKey[])_keys.Clone(), (TItem[])_items.Clone(), Count);

    /// <summary>Searches from <paramref name="start"/> on.</summary>
    /// <returns>The index of the key that the probe equals, else the complement of the index of the first key after it.</returns>
    public readonly int Find<TProbe>(int start, scoped TProbe probe)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        TKey[] keys = _keys;
        int low = start;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = probe.CompareTo(keys[middle]);
            if (order == 0) return middle;
            if (order > 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    /// <summary>Inserts an entry where there is room for it.</summary>
    public void Insert(int index, TKey key, TItem item)
    {
        InsertInto(ref _keys, Count, index, key);
        InsertInto(ref _items, Count, index, item);
        Count++;
    }

    /// <summary>Removes an entry.</summary>
    public void RemoveAt(int index)
    {
        RemoveFrom(_keys, Count, index);
        RemoveFrom(_items, Count, index);
        Count--;
    }

    /// <summary>
    /// Inserts an entry into a full run: the upper part moves into a new one. An append at the map's right edge leaves
    /// this one well filled.
    /// </summary>
    public NodeRun<TKey, TItem> SplitInsert(int index, TKey key, TItem item, bool atRightEdge)
    {
        int middle = atRightEdge && index == Capacity ? Capacity - AppendSplitCount : Capacity / 2;
        var right = new NodeRun<TKey, TItem>(new TKey[Capacity], new TItem[Capacity], 0);
        Move(ref this, ref right, middle);
        if (index <= middle) Insert(index, key, item);
        else right.Insert(index - middle, key, item);
        return right;
    }

    /// <summary>Joins the right sibling to this one when both fit well into one node, else shares the entries evenly.</summary>
    /// <returns>True when the sibling is empty now.</returns>
    public bool JoinOrShare(ref NodeRun<TKey, TItem> right)
    {
        int total = Count + right.Count;
        bool joins = total <= MaxJoinedCount;
        Move(ref this, ref right, joins ? total : total / 2);
        return joins;
    }

    /// <summary>Sets the key of an entry, which must keep the order.</summary>
    public readonly void SetKey(int index, TKey key) => _keys[index] = key;

    private static void Move(ref NodeRun<TKey, TItem> left, ref NodeRun<TKey, TItem> right, int leftCount)
    {
        int total = left.Count + right.Count;
        MoveBetween(ref left._keys, left.Count, ref right._keys, right.Count, leftCount);
        MoveBetween(ref left._items, left.Count, ref right._items, right.Count, leftCount);
        left.Count = leftCount;
        right.Count = total - leftCount;
    }

    private static void MoveBetween<T>(ref T[] left, int leftCount, ref T[] right, int rightCount, int newLeftCount)
    {
        int moved = newLeftCount - leftCount;
        if (moved > 0)
        {
            Reserve(ref left, newLeftCount);
            Array.Copy(right, 0, left, leftCount, moved);
            Array.Copy(right, moved, right, 0, rightCount - moved);
            Array.Clear(right, rightCount - moved, moved);
        }
        else
        {
            Reserve(ref right, rightCount - moved);
            Array.Copy(right, 0, right, -moved, rightCount);
            Array.Copy(left, newLeftCount, right, 0, -moved);
            Array.Clear(left, newLeftCount, -moved);
        }
    }

    private static void Reserve<T>(ref T[] array, int needed)
    {
        if (needed > array.Length) Array.Resize(ref array, Grown(array.Length, needed));
    }

    private static int Grown(int length, int needed) => Math.Min(Capacity, Math.Max(needed, Math.Max(FirstLength, length * 2)));

    private static void InsertInto<T>(ref T[] array, int count, int index, T item)
    {
        Reserve(ref array, count + 1);
        Array.Copy(array, index, array, index + 1, count - index);
        array[index] = item;
    }

    private static void RemoveFrom<T>(T[] array, int count, int index)
    {
        Array.Copy(array, index + 1, array, index, count - index - 1);
        array[count - 1] = default!;
    }
}
