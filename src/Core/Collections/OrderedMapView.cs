using System.Diagnostics.CodeAnalysis;

namespace RustStack.Core.Collections;

/// <summary>
/// What a map and its snapshots have in common: everything that reads. Searches take O(log n) comparisons and allocate nothing.
/// </summary>
/// <typeparam name="TKey">The keys.</typeparam>
/// <typeparam name="TValue">The values.</typeparam>
public abstract class OrderedMapView<TKey, TValue>
{
    private protected OrderedMapView(Node<TKey, TValue> root, int count)
    {
        Root = root;
        Count = count;
    }

    /// <summary>How many entries there are.</summary>
    public int Count { get; private protected set; }

    /// <summary>Changes with every write, so that a cursor can tell.</summary>
    internal long Version { get; private protected set; }

    internal Node<TKey, TValue> Root { get; private protected set; }

    /// <summary>Looks a key up.</summary>
    /// <typeparam name="TProbe">The form in which the key is given.</typeparam>
    /// <param name="probe">The key.</param>
    /// <param name="value">Its value, if there is one.</param>
    /// <returns>Whether the map has the key.</returns>
    public bool TryGetValue<TProbe>(scoped TProbe probe, [MaybeNullWhen(false)] out TValue value)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        Node<TKey, TValue> node = Root;
        while (node is BranchNode<TKey, TValue> branch) node = branch.Children.Items[branch.Find(probe)];
        var leaf = (LeafNode<TKey, TValue>)node;
        int index = leaf.Entries.Find(0, probe);
        value = index < 0 ? default : leaf.Entries.Items[index];
        return index >= 0;
    }

    /// <summary>A cursor on the first entry.</summary>
    /// <returns>The cursor; it is not valid when the map is empty.</returns>
    public OrderedMapCursor<TKey, TValue> First()
    {
        var cursor = new OrderedMapCursor<TKey, TValue>(this);
        cursor.SeekFirst(Root);
        return cursor;
    }

    /// <summary>A cursor on the last entry.</summary>
    /// <returns>The cursor; it is not valid when the map is empty.</returns>
    public OrderedMapCursor<TKey, TValue> Last()
    {
        var cursor = new OrderedMapCursor<TKey, TValue>(this);
        cursor.SeekLast(Root);
        return cursor;
    }

    /// <summary>A cursor on the first entry whose key is the probe or after it.</summary>
    /// <typeparam name="TProbe">The form in which the bound is given.</typeparam>
    /// <param name="probe">The bound.</param>
    /// <returns>The cursor; behind the last entry when there is none.</returns>
    public OrderedMapCursor<TKey, TValue> AtLeast<TProbe>(scoped TProbe probe)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct => Seek(probe, after: false);

    /// <summary>A cursor on the first entry whose key is after the probe.</summary>
    /// <typeparam name="TProbe">The form in which the bound is given.</typeparam>
    /// <param name="probe">The bound.</param>
    /// <returns>The cursor; behind the last entry when there is none.</returns>
    public OrderedMapCursor<TKey, TValue> Above<TProbe>(scoped TProbe probe)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct => Seek(probe, after: true);

    /// <summary>A cursor on the last entry whose key is the probe or before it.</summary>
    /// <typeparam name="TProbe">The form in which the bound is given.</typeparam>
    /// <param name="probe">The bound.</param>
    /// <returns>The cursor; before the first entry when there is none.</returns>
    public OrderedMapCursor<TKey, TValue> AtMost<TProbe>(scoped TProbe probe)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        OrderedMapCursor<TKey, TValue> cursor = Seek(probe, after: true);
        cursor.MovePrevious();
        return cursor;
    }

    /// <summary>A cursor on the last entry whose key is before the probe.</summary>
    /// <typeparam name="TProbe">The form in which the bound is given.</typeparam>
    /// <param name="probe">The bound.</param>
    /// <returns>The cursor; before the first entry when there is none.</returns>
    public OrderedMapCursor<TKey, TValue> Below<TProbe>(scoped TProbe probe)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        OrderedMapCursor<TKey, TValue> cursor = Seek(probe, after: false);
        cursor.MovePrevious();
        return cursor;
    }

    /// <summary>Lets <c>foreach</c> run over all entries in ascending order.</summary>
    /// <returns>An enumerator before the first entry.</returns>
    public OrderedMapEnumerator<TKey, TValue> GetEnumerator() => new(First());

    private OrderedMapCursor<TKey, TValue> Seek<TProbe>(scoped TProbe probe, bool after)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        var cursor = new OrderedMapCursor<TKey, TValue>(this);
        cursor.Seek(Root, probe, after);
        return cursor;
    }
}
