using RustStack.Core.Collections;

namespace RustStack.S3.Objects;

/// <summary>A place among the versions of a bucket.</summary>
/// <param name="key">The key.</param>
/// <param name="order">The version's place in the order of writing; <see cref="long.MaxValue"/> is before every version of the key.</param>
internal readonly ref struct VersionProbe(ReadOnlySpan<byte> key, long order = long.MaxValue) : IKeyProbe<VersionKey>
{
    private readonly ReadOnlySpan<byte> _key = key;

    public int CompareTo(VersionKey key)
    {
        int keys = _key.SequenceCompareTo(key.Key);
        return keys != 0 ? keys : key.Order.CompareTo(order);
    }
}
