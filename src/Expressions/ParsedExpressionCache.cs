using System.Collections.Concurrent;

namespace RustStack.Expressions;

/// <summary>
/// Parsed expressions by their text, for all threads. It holds two generations: when the younger is full it becomes the older one, and
/// what the older one held and nobody asked for since is dropped. So it never holds more than twice its capacity.
/// </summary>
/// <typeparam name="T">The parsed form, immutable.</typeparam>
/// <param name="capacity">The entries of one generation.</param>
internal sealed class ParsedExpressionCache<T>(int capacity)
    where T : class
{
    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<string, T> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, T> _old = new(StringComparer.Ordinal);

    public int Count => _young.Count + _old.Count;

    public T? Find(string text)
    {
        if (_young.TryGetValue(text, out T? parsed)) return parsed;
        if (_old.TryGetValue(text, out parsed)) Add(text, parsed);
        return parsed;
    }

    public void Add(string text, T parsed)
    {
        lock (_turning)
        {
            if (_young.Count >= capacity)
            {
                _old = _young;
                _young = new(StringComparer.Ordinal);
            }

            _young[text] = parsed;
        }
    }
}
