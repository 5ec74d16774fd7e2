using RustStack.Core.Collections;

namespace RustStack.Core.Tests.Collections;

/// <summary>Walks a tree and asserts what must hold of its nodes.</summary>
internal static class TreeChecker
{
    public static void Check<TKey, TValue>(OrderedMapView<TKey, TValue> view, IComparer<TKey> order, string context)
    {
        int leafDepth = -1;
        int entries = Walk(view.Root, 0, isRoot: true, atRightEdge: true, ref leafDepth, order, context, default, default);
        Assert.True(entries == view.Count, $"{context}: {entries} entries, but Count is {view.Count}");
    }

    private static int Walk<TKey, TValue>(
        Node<TKey, TValue> node, int depth, bool isRoot, bool atRightEdge, ref int leafDepth,
        IComparer<TKey> order, string context, (bool Is, TKey Key) low, (bool Is, TKey Key) high)
    {
        Assert.True(node.Count <= NodeRun<TKey, TValue>.Capacity, $"{context}: overfull node");
        bool mayBeSmall = isRoot || atRightEdge;
        Assert.True(mayBeSmall || node.Count >= NodeRun<TKey, TValue>.MinCount, $"{context}: node of {node.Count} at depth {depth}");
        if (node is not BranchNode<TKey, TValue> branch)
        {
            if (leafDepth < 0) leafDepth = depth;
            Assert.True(leafDepth == depth, $"{context}: leaves at depths {leafDepth} and {depth}");
            CheckKeys(((LeafNode<TKey, TValue>)node).Entries.Keys, order, context, low, high);
            return node.Count;
        }

        Assert.True(branch.Count >= 2 || atRightEdge, $"{context}: branch of one child");
        CheckKeys(branch.Children.Keys[1..], order, context, low, high);
        int entries = 0;
        for (int i = 0; i < branch.Count; i++)
        {
            (bool, TKey) childLow = i == 0 ? low : (true, branch.Children.Keys[i]);
            (bool, TKey) childHigh = i == branch.Count - 1 ? high : (true, branch.Children.Keys[i + 1]);
            bool edge = atRightEdge && i == branch.Count - 1;
            entries += Walk(branch.Children.Items[i], depth + 1, false, edge, ref leafDepth, order, context, childLow, childHigh);
        }

        return entries;
    }

    private static void CheckKeys<TKey>(
        ReadOnlySpan<TKey> keys, IComparer<TKey> order, string context, (bool Is, TKey Key) low, (bool Is, TKey Key) high)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            Assert.True(i == 0 || order.Compare(keys[i - 1], keys[i]) < 0, $"{context}: keys do not ascend");
            Assert.True(!low.Is || order.Compare(low.Key, keys[i]) <= 0, $"{context}: key below its separator");
            Assert.True(!high.Is || order.Compare(keys[i], high.Key) < 0, $"{context}: key above its separator");
        }
    }
}
