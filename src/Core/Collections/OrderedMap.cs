using System.Diagnostics.CodeAnalysis;

namespace RustStack.Core.Collections;

/// <summary>
/// An ordered map: a B+tree with copy-on-write snapshots. Reads and writes of one map must not overlap (the owner locks);
/// what runs beside writes reads a <see cref="Snapshot"/>.
/// </summary>
/// <typeparam name="TKey">The keys; a key must not change while the map holds it.</typeparam>
/// <typeparam name="TValue">The values.</typeparam>
/// <typeparam name="TComparer">The order of the keys; a struct, so that comparisons are inlined.</typeparam>
public sealed class OrderedMap<TKey, TValue, TComparer> : OrderedMapView<TKey, TValue>
    where TComparer : struct, IComparer<TKey>
{
    private long _epoch;
    private OrderedMapSnapshot<TKey, TValue>? _snapshot;

    /// <summary>Creates an empty map.</summary>
    public OrderedMap()
        : base(LeafNode<TKey, TValue>.Empty(0), 0)
    {
    }

    /// <summary>Creates a map of a snapshot's entries, in O(1): a write copies the nodes on its way, each once.</summary>
    /// <param name="snapshot">The entries, of any map with the same order of keys.</param>
    public OrderedMap(OrderedMapSnapshot<TKey, TValue> snapshot)
        : base(snapshot.Root, snapshot.Count) => _epoch = snapshot.Epoch + 1;

    internal OrderedMap(Node<TKey, TValue> root, int count)
        : base(root, count)
    {
    }

    /// <summary>Looks a key up.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value, if there is one.</param>
    /// <returns>Whether the map has the key.</returns>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => TryGetValue(Probe(key), out value);

    /// <summary>Adds an entry, or replaces the value of the one that is there (which keeps its key object).</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The new value.</param>
    public void Set(TKey key, TValue value) => Set(key, value, out _);

    /// <summary>Adds an entry, or replaces the value of the one that is there (which keeps its key object).</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The new value.</param>
    /// <param name="previous">The value that was replaced, if there was one.</param>
    /// <returns>Whether a value was replaced.</returns>
    public bool Set(TKey key, TValue value, [MaybeNullWhen(false)] out TValue previous)
    {
        BeginWrite();
        Node<TKey, TValue> root = Root.Own(_epoch);
        var write = new OrderedMapInsertion<TKey, TValue, TComparer>(key, value);
        Node<TKey, TValue>? right = write.Into(root, atRightEdge: true);
        Root = right is null ? root : new BranchNode<TKey, TValue>(_epoch, new([default!, write.Separator!], [root, right], 2));
        if (!write.Replaced) Count++;
        previous = write.Previous;
        return write.Replaced;
    }

    /// <summary>Removes an entry.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(TKey key) => Remove(Probe(key), out _);

    /// <summary>Removes an entry.</summary>
    /// <param name="key">The key.</param>
    /// <param name="previous">The value that it had, if there was one.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue previous) => Remove(Probe(key), out previous);

    /// <summary>Removes an entry.</summary>
    /// <typeparam name="TProbe">The form in which the key is given.</typeparam>
    /// <param name="probe">The key.</param>
    /// <param name="previous">The value that it had, if there was one.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove<TProbe>(scoped TProbe probe, [MaybeNullWhen(false)] out TValue previous)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        BeginWrite();
        Node<TKey, TValue> root = RemoveFrom(Root, probe, out bool removed, out previous);
        if (!removed) return false;
        Root = root is BranchNode<TKey, TValue> { Count: 1 } branch ? branch.Children.Items[0] : root;
        Count--;
        return true;
    }

    /// <summary>Removes every entry, at once.</summary>
    public void Clear()
    {
        BeginWrite();
        Root = LeafNode<TKey, TValue>.Empty(_epoch);
        Count = 0;
    }

    /// <summary>
    /// The entries as they are now, in O(1). From then on a write copies the nodes on its way, each once; two snapshots without a write
    /// between them are the same one.
    /// </summary>
    /// <returns>An immutable view that any thread may read.</returns>
    public OrderedMapSnapshot<TKey, TValue> Snapshot() => _snapshot ??= new(Root, Count, _epoch);

    private static KeyProbe<TKey, TComparer> Probe(TKey key) => new(key);

    private void BeginWrite()
    {
        Version++;
        if (_snapshot is null) return;
        _snapshot = null;
        _epoch++;
    }

    private Node<TKey, TValue> RemoveFrom<TProbe>(
        Node<TKey, TValue> node, scoped TProbe probe, out bool removed, out TValue previous)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        if (node is LeafNode<TKey, TValue> leaf) return RemoveFromLeaf(leaf, probe, out removed, out previous);
        var branch = (BranchNode<TKey, TValue>)node;
        int index = branch.Find(probe);
        Node<TKey, TValue> child = RemoveFrom(branch.Children.Items[index], probe, out removed, out previous);
        if (!removed) return branch;
        branch = branch.Own(_epoch);
        branch.Children.Items[index] = child;
        if (child.Count < NodeRun<TKey, TValue>.MinCount) branch.Rebalance(index);
        return branch;
    }

    private LeafNode<TKey, TValue> RemoveFromLeaf<TProbe>(
        LeafNode<TKey, TValue> leaf, scoped TProbe probe, out bool removed, out TValue previous)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        int index = leaf.Entries.Find(0, probe);
        removed = index >= 0;
        previous = removed ? leaf.Entries.Items[index] : default!;
        if (!removed) return leaf;
        leaf = leaf.Own(_epoch);
        leaf.Entries.RemoveAt(index);
        return leaf;
    }
}
