using System.Diagnostics.CodeAnalysis;

namespace RustStack.Core.Collections;

/// <summary>Searches by span in maps whose keys are byte strings, so that looking something up needs no key of its own.</summary>
public static class BytesMap
{
    extension<TValue>(OrderedMapView<byte[], TValue> view)
    {
        /// <summary>Looks a key up.</summary>
        /// <param name="key">The key.</param>
        /// <param name="value">Its value, if there is one.</param>
        /// <returns>Whether the map has the key.</returns>
        public bool TryGetValue(ReadOnlySpan<byte> key, [MaybeNullWhen(false)] out TValue value) =>
            view.TryGetValue(new BytesProbe(key), out value);

        /// <summary>A cursor on the first entry whose key is the bound or after it.</summary>
        /// <param name="bound">The bound.</param>
        /// <returns>The cursor; behind the last entry when there is none.</returns>
        public OrderedMapCursor<byte[], TValue> AtLeast(ReadOnlySpan<byte> bound) => view.AtLeast(new BytesProbe(bound));

        /// <summary>A cursor on the first entry whose key is after the bound.</summary>
        /// <param name="bound">The bound.</param>
        /// <returns>The cursor; behind the last entry when there is none.</returns>
        public OrderedMapCursor<byte[], TValue> Above(ReadOnlySpan<byte> bound) => view.Above(new BytesProbe(bound));

        /// <summary>A cursor on the first entry after every key that begins with the prefix.</summary>
        /// <param name="prefix">The prefix.</param>
        /// <returns>The cursor; behind the last entry when there is none.</returns>
        public OrderedMapCursor<byte[], TValue> AbovePrefix(ReadOnlySpan<byte> prefix) => view.AtLeast(new AfterPrefixProbe(prefix));

        /// <summary>A cursor on the last entry whose key is the bound or before it.</summary>
        /// <param name="bound">The bound.</param>
        /// <returns>The cursor; before the first entry when there is none.</returns>
        public OrderedMapCursor<byte[], TValue> AtMost(ReadOnlySpan<byte> bound) => view.AtMost(new BytesProbe(bound));

        /// <summary>A cursor on the last entry whose key begins with the prefix or is before every such key.</summary>
        /// <param name="prefix">The prefix.</param>
        /// <returns>The cursor; before the first entry when there is none.</returns>
        public OrderedMapCursor<byte[], TValue> AtMostPrefix(ReadOnlySpan<byte> prefix) => view.Below(new AfterPrefixProbe(prefix));

        /// <summary>A cursor on the last entry whose key is before the bound.</summary>
        /// <param name="bound">The bound.</param>
        /// <returns>The cursor; before the first entry when there is none.</returns>
        public OrderedMapCursor<byte[], TValue> Below(ReadOnlySpan<byte> bound) => view.Below(new BytesProbe(bound));
    }

    extension<TValue>(OrderedMap<byte[], TValue, BytesComparer> map)
    {
        /// <summary>Removes an entry.</summary>
        /// <param name="key">The key.</param>
        /// <param name="previous">The value that it had, if there was one.</param>
        /// <returns>Whether there was one.</returns>
        public bool Remove(ReadOnlySpan<byte> key, [MaybeNullWhen(false)] out TValue previous) =>
            map.Remove(new BytesProbe(key), out previous);
    }
}
