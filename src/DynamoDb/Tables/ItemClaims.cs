namespace RustStack.DynamoDb.Tables;

/// <summary>
/// The items that transactions have claimed: from the moment a transaction is accepted until it has committed or is cancelled, no other
/// transaction and no single write may work on its items. Claims are taken all together or not at all, so that of two transactions that
/// want the same items one goes on. The lock is held for look-ups only, never while anything else is waited for.
/// </summary>
internal sealed class ItemClaims
{
    private readonly Lock _lock = new();
    private readonly HashSet<ItemAddress> _claimed = [];
    private volatile bool _any;

    /// <summary>Claims items.</summary>
    /// <param name="items">The items, each once.</param>
    /// <returns>Null when all are claimed now; else none is, and those that others have are marked.</returns>
    public bool[]? TryClaim(ItemAddress[] items)
    {
        lock (_lock)
        {
            bool[] held = Array.ConvertAll(items, _claimed.Contains);
            if (Array.Exists(held, static isHeld => isHeld)) return held;
            _claimed.UnionWith(items);
            _any = _claimed.Count > 0;
            return null;
        }
    }

    /// <summary>Gives claims back.</summary>
    /// <param name="items">What was claimed.</param>
    public void Release(ItemAddress[] items)
    {
        lock (_lock)
        {
            _claimed.ExceptWith(items);
            _any = _claimed.Count > 0;
        }
    }

    /// <summary>Whether a transaction has an item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>True when it has.</returns>
    public bool Holds(ItemAddress item)
    {
        if (!_any) return false;
        lock (_lock) return _claimed.Contains(item);
    }
}
