namespace RustStack.Core.Collections;

/// <summary>The place of a key in the order that a comparer defines.</summary>
/// <typeparam name="TKey">The keys.</typeparam>
/// <typeparam name="TComparer">Their order.</typeparam>
/// <param name="key">The key to look for.</param>
public readonly struct KeyProbe<TKey, TComparer>(TKey key) : IKeyProbe<TKey>
    where TComparer : struct, IComparer<TKey>
{
    private readonly TKey _key = key;

    /// <inheritdoc/>
    public int CompareTo(TKey key) => default(TComparer).Compare(_key, key);
}
