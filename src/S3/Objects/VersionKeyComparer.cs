namespace RustStack.S3.Objects;

/// <summary>Orders versions by key and, for one key, from the newest to the oldest.</summary>
internal readonly struct VersionKeyComparer : IComparer<VersionKey>
{
    public int Compare(VersionKey x, VersionKey y)
    {
        int keys = x.Key.AsSpan().SequenceCompareTo(y.Key);
        return keys != 0 ? keys : y.Order.CompareTo(x.Order);
    }
}
