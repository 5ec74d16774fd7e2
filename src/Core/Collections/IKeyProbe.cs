namespace RustStack.Core.Collections;

/// <summary>
/// A place in the order of keys that is searched for. It need not be a key itself: a span, a bound that no key can equal, so that a
/// search allocates nothing. Implemented by structs, so that the comparison is inlined into the search.
/// </summary>
/// <typeparam name="TKey">The keys that it is compared with.</typeparam>
public interface IKeyProbe<in TKey>
{
    /// <summary>
    /// Compares the place with a key. Over ascending keys the result must fall: first positive,
    /// then zero for at most one key, then negative.
    /// </summary>
    /// <param name="key">A key of the map.</param>
    /// <returns>Positive when the place is after the key, zero when it is the key, negative when it is before it.</returns>
    int CompareTo(TKey key);
}
