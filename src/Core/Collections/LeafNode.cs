namespace RustStack.Core.Collections;

/// <summary>A leaf: entries in ascending order of their keys.</summary>
internal sealed class LeafNode<TKey, TValue>(long epoch, NodeRun<TKey, TValue> entries) : Node<TKey, TValue>(epoch)
{
    /// <summary>The entries; written by the owner only.</summary>
    public NodeRun<TKey, TValue> Entries = entries;

    /// <inheritdoc/>
    public override int Count => Entries.Count;

    /// <summary>An empty leaf.</summary>
    public static LeafNode<TKey, TValue> Empty(long epoch) => new(epoch, new NodeRun<TKey, TValue>([], [], 0));

    /// <inheritdoc/>
    public override LeafNode<TKey, TValue> Own(long epoch) => Epoch == epoch ? this : new(epoch, Entries.Clone());

    /// <inheritdoc/>
    public override bool JoinOrShare(ref TKey separator, Node<TKey, TValue> right)
    {
        var leaf = (LeafNode<TKey, TValue>)right;
        if (Entries.JoinOrShare(ref leaf.Entries)) return true;
        separator = leaf.Entries.Keys[0];
        return false;
    }
}
