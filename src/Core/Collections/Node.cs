namespace RustStack.Core.Collections;

/// <summary>A node of the tree. It may be written only in the epoch that made it; later epochs copy it first.</summary>
/// <param name="epoch">The epoch of the map in which the node is made.</param>
internal abstract class Node<TKey, TValue>(long epoch)
{
    /// <summary>The epoch of the map in which the node was made.</summary>
    public long Epoch { get; } = epoch;

    /// <summary>How many entries the leaf, or children the branch has.</summary>
    public abstract int Count { get; }

    /// <summary>Gives this node when the epoch may write it, else a copy that it may write.</summary>
    public abstract Node<TKey, TValue> Own(long epoch);

    /// <summary>Joins the right sibling to this node, or shares the entries evenly; both are owned by the epoch.</summary>
    /// <param name="separator">The key that parts the two; afterwards the one that does so now, unless they were joined.</param>
    /// <param name="right">The right sibling, of the same kind.</param>
    /// <returns>True when the sibling is empty now and to be dropped.</returns>
    public abstract bool JoinOrShare(ref TKey separator, Node<TKey, TValue> right);
}
