namespace RustStack.Core.Collections;

/// <summary>
/// A branch: children in ascending order, each with a key that is not above any of its own and above every key of the child before it.
/// The first child's key stands for nothing.
/// </summary>
internal sealed class BranchNode<TKey, TValue>(long epoch, NodeRun<TKey, Node<TKey, TValue>> children) : Node<TKey, TValue>(epoch)
{
    /// <summary>The children; written by the owner only.</summary>
    public NodeRun<TKey, Node<TKey, TValue>> Children = children;

    /// <inheritdoc/>
    public override int Count => Children.Count;

    /// <summary>The index of the one child that can hold the probe's key.</summary>
    public int Find<TProbe>(scoped TProbe probe)
        where TProbe : struct, IKeyProbe<TKey>, allows ref struct
    {
        int index = Children.Find(1, probe);
        return index >= 0 ? index : ~index - 1;
    }

    /// <inheritdoc/>
    public override BranchNode<TKey, TValue> Own(long epoch) => Epoch == epoch ? this : new(epoch, Children.Clone());

    /// <inheritdoc/>
    public override bool JoinOrShare(ref TKey separator, Node<TKey, TValue> right)
    {
        var branch = (BranchNode<TKey, TValue>)right;
        branch.Children.SetKey(0, separator);
        if (Children.JoinOrShare(ref branch.Children)) return true;
        separator = branch.Children.Keys[0];
        return false;
    }

    /// <summary>Brings a child that has become too small, and its sibling, back to a good size, if it has one.</summary>
    public void Rebalance(int index)
    {
        if (Count == 1) return;
        int left = Math.Max(index - 1, 0);
        Node<TKey, TValue> leftNode = Children.Items[left] = Children.Items[left].Own(Epoch);
        Node<TKey, TValue> rightNode = Children.Items[left + 1] = Children.Items[left + 1].Own(Epoch);
        TKey separator = Children.Keys[left + 1];
        if (leftNode.JoinOrShare(ref separator, rightNode)) Children.RemoveAt(left + 1);
        else Children.SetKey(left + 1, separator);
    }
}
