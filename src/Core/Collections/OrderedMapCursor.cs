namespace RustStack.Core.Collections;

/// <summary>
/// A place among the entries of a map or snapshot: on an entry, before the first or after the last. Moving allocates nothing.
/// Copying the struct copies
/// the place. A write to the map ends the use of its cursors (not of those of snapshots).
/// </summary>
/// <typeparam name="TKey">The map's keys.</typeparam>
/// <typeparam name="TValue">The map's values.</typeparam>
public struct OrderedMapCursor<TKey, TValue>
{
    private readonly OrderedMapView<TKey, TValue> _view;
    private readonly long _version;
    private CursorPath<TKey, TValue> _path;
    private int _depth;
    private LeafNode<TKey, TValue> _leaf;
    private int _index;

    internal OrderedMapCursor(OrderedMapView<TKey, TValue> view)
    {
        _view = view;
        _version = view.Version;
        _leaf = null!;
    }

    /// <summary>Whether the cursor stands on an entry.</summary>
    public readonly bool IsValid => (uint)_index < (uint)_leaf.Entries.Count;

    /// <summary>The key of the entry that the cursor stands on.</summary>
    /// <exception cref="InvalidOperationException">The cursor stands on no entry, or the map was written to.</exception>
    public readonly TKey Key
    {
        get
        {
            Check();
            return _leaf.Entries.Keys[_index];
        }
    }

    /// <summary>The value of the entry that the cursor stands on.</summary>
    /// <exception cref="InvalidOperationException">The cursor stands on no entry, or the map was written to.</exception>
    public readonly TValue Value
    {
        get
        {
            Check();
            return _leaf.Entries.Items[_index];
        }
    }

    /// <summary>Moves to the next entry, or behind the last.</summary>
    /// <returns>Whether the cursor stands on an entry now.</returns>
    /// <exception cref="InvalidOperationException">The map was written to.</exception>
    public bool MoveNext()
    {
        CheckVersion();
        int count = _leaf.Entries.Count;
        if (_index < count) _index++;
        if (_index < count) return true;
        return ToNextLeaf();
    }

    /// <summary>Moves to the previous entry, or before the first.</summary>
    /// <returns>Whether the cursor stands on an entry now.</returns>
    /// <exception cref="InvalidOperationException">The map was written to.</exception>
    public bool MovePrevious()
    {
        CheckVersion();
        if (_index >= 0) _index--;
        if (_index >= 0) return true;
        return ToPreviousLeaf();
    }

    /// <summary>Goes to the first entry that is not before the probe, or that is after it.</summary>
    internal void Seek<TProbe>(Node<TKey, TValue> root, scoped TProbe probe, bool after)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        Node<TKey, TValue> node = root;
        while (node is BranchNode<TKey, TValue> branch) node = Enter(branch, branch.Find(probe));
        _leaf = (LeafNode<TKey, TValue>)node;
        int found = _leaf.Entries.Find(0, probe);
        _index = found < 0 ? ~found : after ? found + 1 : found;
        if (_index == _leaf.Count) ToNextLeaf();
    }

    /// <summary>Goes to the first entry.</summary>
    internal void SeekFirst(Node<TKey, TValue> root) => DescendFirst(root);

    /// <summary>Goes to the last entry.</summary>
    internal void SeekLast(Node<TKey, TValue> root) => DescendLast(root);

    private bool ToNextLeaf()
    {
        for (int level = _depth - 1; level >= 0; level--)
        {
            (BranchNode<TKey, TValue> branch, int index) = _path[level];
            if (index + 1 == branch.Count) continue;
            _depth = level;
            return DescendFirst(Enter(branch, index + 1));
        }

        return false;
    }

    private bool ToPreviousLeaf()
    {
        for (int level = _depth - 1; level >= 0; level--)
        {
            (BranchNode<TKey, TValue> branch, int index) = _path[level];
            if (index == 0) continue;
            _depth = level;
            return DescendLast(Enter(branch, index - 1));
        }

        return false;
    }

    private bool DescendFirst(Node<TKey, TValue> node)
    {
        while (node is BranchNode<TKey, TValue> branch) node = Enter(branch, 0);
        _leaf = (LeafNode<TKey, TValue>)node;
        _index = 0;
        return _leaf.Count > 0;
    }

    private bool DescendLast(Node<TKey, TValue> node)
    {
        while (node is BranchNode<TKey, TValue> branch) node = Enter(branch, branch.Count - 1);
        _leaf = (LeafNode<TKey, TValue>)node;
        _index = _leaf.Count - 1;
        return _leaf.Count > 0;
    }

    private Node<TKey, TValue> Enter(BranchNode<TKey, TValue> branch, int index)
    {
        _path[_depth++] = (branch, index);
        return branch.Children.Items[index];
    }

    private readonly void Check()
    {
        CheckVersion();
        if (!IsValid) throw new InvalidOperationException("The cursor stands on no entry.");
    }

    private readonly void CheckVersion()
    {
        if (_view.Version != _version) throw new InvalidOperationException("The map was written to since the cursor was made.");
    }
}
