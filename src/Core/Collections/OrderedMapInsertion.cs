namespace RustStack.Core.Collections;

/// <summary>One entry on its way into a tree, and what came of it.</summary>
internal ref struct OrderedMapInsertion<TKey, TValue, TComparer>(TKey key, TValue value)
    where TComparer : struct, IComparer<TKey>
{
    private readonly TKey _key = key;
    private readonly TValue _value = value;

    /// <summary>Whether the key was there.</summary>
    public bool Replaced { get; private set; }

    /// <summary>The value that it had.</summary>
    public TValue? Previous { get; private set; }

    /// <summary>The key that parts a node from the right sibling that <see cref="Into"/> gave.</summary>
    public TKey? Separator { get; private set; }

    /// <summary>Sets the entry in a node that its epoch owns.</summary>
    /// <param name="node">The node.</param>
    /// <param name="atRightEdge">Whether nothing stands right of it.</param>
    /// <returns>The node's new right sibling, or null when it has not split.</returns>
    public Node<TKey, TValue>? Into(Node<TKey, TValue> node, bool atRightEdge)
    {
        if (node is not BranchNode<TKey, TValue> branch) return IntoLeaf((LeafNode<TKey, TValue>)node, atRightEdge);
        int index = branch.Find(new KeyProbe<TKey, TComparer>(_key));
        Node<TKey, TValue> child = branch.Children.Items[index].Own(branch.Epoch);
        branch.Children.Items[index] = child;
        bool childAtRightEdge = atRightEdge && index == branch.Count - 1;
        if (Into(child, childAtRightEdge) is not { } right) return null;
        if (!branch.Children.IsFull)
        {
            branch.Children.Insert(index + 1, Separator!, right);
            return null;
        }

        NodeRun<TKey, Node<TKey, TValue>> children = branch.Children.SplitInsert(index + 1, Separator!, right, atRightEdge);
        Separator = children.Keys[0];
        return new BranchNode<TKey, TValue>(branch.Epoch, children);
    }

    private LeafNode<TKey, TValue>? IntoLeaf(LeafNode<TKey, TValue> leaf, bool atRightEdge)
    {
        int index = leaf.Entries.Find(0, new KeyProbe<TKey, TComparer>(_key));
        if (index >= 0)
        {
            Replaced = true;
            Previous = leaf.Entries.Items[index];
            leaf.Entries.Items[index] = _value;
            return null;
        }

        if (!leaf.Entries.IsFull)
        {
            leaf.Entries.Insert(~index, _key, _value);
            return null;
        }

        NodeRun<TKey, TValue> entries = leaf.Entries.SplitInsert(~index, _key, _value, atRightEdge);
        Separator = entries.Keys[0];
        return new LeafNode<TKey, TValue>(leaf.Epoch, entries);
    }
}
