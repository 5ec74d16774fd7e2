namespace RustStack.Core.Collections;

/// <summary>Builds a map from entries that come in ascending order, without searching: nodes are nearly full afterwards.</summary>
/// <typeparam name="TKey">The keys.</typeparam>
/// <typeparam name="TValue">The values.</typeparam>
/// <typeparam name="TComparer">The order of the keys.</typeparam>
public sealed class OrderedMapLoader<TKey, TValue, TComparer>
    where TComparer : struct, IComparer<TKey>
{
    private const int LoadCount = NodeRun<TKey, TValue>.LoadCount;

    private readonly List<TKey> _firstKeys = [];
    private readonly List<Node<TKey, TValue>> _leaves = [];
    private readonly TKey[] _keys = new TKey[LoadCount];
    private readonly TValue[] _values = new TValue[LoadCount];
    private int _pending;
    private int _count;
    private bool _finished;

    /// <summary>Adds the next entry.</summary>
    /// <param name="key">A key that is after the one before.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The key is not after the one before.</exception>
    /// <exception cref="InvalidOperationException"><see cref="ToMap"/> was called.</exception>
    public void Add(TKey key, TValue value)
    {
        if (_finished) throw new InvalidOperationException("The map was already taken.");
        if (_count > 0 && default(TComparer).Compare(LastKey, key) >= 0) throw new ArgumentException("Keys must ascend.", nameof(key));
        if (_pending == LoadCount) CloseLeaf();
        _keys[_pending] = key;
        _values[_pending++] = value;
        _count++;
    }

    /// <summary>Gives the map. The loader is of no further use.</summary>
    /// <returns>A map of every entry that was added.</returns>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public OrderedMap<TKey, TValue, TComparer> ToMap()
    {
        if (_finished) throw new InvalidOperationException("The map was already taken.");
        _finished = true;
        if (_count == 0) return new OrderedMap<TKey, TValue, TComparer>();
        CloseLeaf();
        List<TKey> keys = _firstKeys;
        List<Node<TKey, TValue>> nodes = _leaves;
        while (nodes.Count > 1) (keys, nodes) = BuildLevel(keys, nodes);
        return new OrderedMap<TKey, TValue, TComparer>(nodes[0], _count);
    }

    private TKey LastKey => _keys[_pending - 1];

    private static (List<TKey> Keys, List<Node<TKey, TValue>> Nodes) BuildLevel(List<TKey> keys, List<Node<TKey, TValue>> nodes)
    {
        int branches = (nodes.Count + LoadCount - 1) / LoadCount;
        var branchKeys = new List<TKey>(branches);
        var branchNodes = new List<Node<TKey, TValue>>(branches);
        int start = 0;
        for (int i = 1; i <= branches; i++)
        {
            int end = (int)((long)nodes.Count * i / branches);
            int count = end - start;
            branchKeys.Add(keys[start]);
            branchNodes.Add(new BranchNode<TKey, TValue>(
                0, new([.. keys.GetRange(start, count)], [.. nodes.GetRange(start, count)], count)));
            start = end;
        }

        return (branchKeys, branchNodes);
    }

    private void CloseLeaf()
    {
        _firstKeys.Add(_keys[0]);
        _leaves.Add(new LeafNode<TKey, TValue>(0, new(_keys[.._pending], _values[.._pending], _pending)));
        _pending = 0;
    }
}
