namespace RustStack.Expressions.Values;

/// <summary>Equality of sets that are kept as lists: order does not count.</summary>
internal static class SetEquality
{
    /// <summary>Up to this many elements a plain search is cheaper than building a hash table.</summary>
    private const int SmallSet = 8;

    public static bool Contains<T>(IReadOnlyList<T> values, T element, IEqualityComparer<T> comparer)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (comparer.Equals(values[i], element)) return true;
        }

        return false;
    }

    public static bool Equal<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, IEqualityComparer<T> comparer)
    {
        if (left.Count != right.Count) return false;
        if (left.Count > SmallSet) return new HashSet<T>(left, comparer).SetEquals(right);
        for (int i = 0; i < left.Count; i++)
        {
            if (!Contains(right, left[i], comparer)) return false;
        }

        return true;
    }

    public static int Hash<T>(IReadOnlyList<T> values, IEqualityComparer<T> comparer)
    {
        int hash = values.Count;
        for (int i = 0; i < values.Count; i++)
        {
            hash ^= values[i] is { } element ? comparer.GetHashCode(element) : 0;
        }

        return hash;
    }
}
