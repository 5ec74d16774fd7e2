namespace RustStack.Core.Collections;

/// <summary>What <c>foreach</c> over a map or snapshot runs on.</summary>
/// <typeparam name="TKey">The map's keys.</typeparam>
/// <typeparam name="TValue">The map's values.</typeparam>
public struct OrderedMapEnumerator<TKey, TValue>
{
    private OrderedMapCursor<TKey, TValue> _cursor;
    private bool _started;

    internal OrderedMapEnumerator(OrderedMapCursor<TKey, TValue> first) => _cursor = first;

    /// <summary>The entry.</summary>
    public readonly KeyValuePair<TKey, TValue> Current => new(_cursor.Key, _cursor.Value);

    /// <summary>Moves to the next entry.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (_started) return _cursor.MoveNext();
        _started = true;
        return _cursor.IsValid;
    }
}
