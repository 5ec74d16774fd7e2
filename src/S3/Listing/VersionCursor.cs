using RustStack.Core.Collections;
using RustStack.S3.Objects;

namespace RustStack.S3.Listing;

/// <summary>A place among every version of a bucket, by key and from the newest to the oldest: two maps read as one.</summary>
internal sealed class VersionCursor
{
    private readonly VersionedSnapshot _versions;
    private OrderedMapCursor<byte[], StoredObject> _newest;
    private OrderedMapCursor<VersionKey, StoredObject> _older;

    private VersionCursor(VersionedSnapshot versions, OrderedMapCursor<byte[], StoredObject> newest)
    {
        _versions = versions;
        GoTo(newest);
    }

    /// <summary>Whether the cursor stands on a version.</summary>
    public bool IsValid => _newest.IsValid;

    /// <summary>The key of the version that the cursor stands on.</summary>
    public byte[] Key => _newest.Key;

    /// <summary>The version or delete marker that the cursor stands on.</summary>
    public StoredObject Version => IsLatest ? _newest.Value : _older.Value;

    /// <summary>Whether that is the newest of its key.</summary>
    public bool IsLatest { get; private set; }

    /// <summary>The newest version of the first key that is not before a bound.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="bound">The bound.</param>
    /// <returns>The cursor.</returns>
    public static VersionCursor AtLeast(VersionedSnapshot versions, ReadOnlySpan<byte> bound) => new(versions, versions.Newest.AtLeast(bound));

    /// <summary>The newest version of the first key after another.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="key">The other key.</param>
    /// <returns>The cursor.</returns>
    public static VersionCursor Above(VersionedSnapshot versions, ReadOnlySpan<byte> key) => new(versions, versions.Newest.Above(key));

    /// <summary>The version below another, which need not be there any more, or the first one of a later key.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="key">The key.</param>
    /// <param name="order">The other version's place.</param>
    /// <returns>The cursor.</returns>
    public static VersionCursor Below(VersionedSnapshot versions, ReadOnlySpan<byte> key, long order)
    {
        VersionCursor cursor = AtLeast(versions, key);
        bool isPassed = cursor.IsValid && cursor.Key.AsSpan().SequenceEqual(key) && cursor.Version.Order >= order;
        if (!isPassed) return cursor;
        cursor._older = versions.Older.Above(new VersionProbe(key, order));
        cursor.Settle();
        return cursor;
    }

    /// <summary>Moves to the next version, or behind the last.</summary>
    public void MoveNext()
    {
        if (!IsLatest) _older.MoveNext();
        Settle();
    }

    /// <summary>Moves behind every key that begins with a prefix.</summary>
    /// <param name="prefix">The prefix.</param>
    public void SkipPrefix(ReadOnlySpan<byte> prefix) => GoTo(_versions.Newest.AbovePrefix(prefix));

    private void GoTo(OrderedMapCursor<byte[], StoredObject> newest)
    {
        _newest = newest;
        IsLatest = true;
        if (newest.IsValid) _older = _versions.Older.AtLeast(new VersionProbe(newest.Key));
    }

    /// <summary>Stands on the older version that comes next if it is of the same key, else on the newest of the next key.</summary>
    private void Settle()
    {
        IsLatest = !(_older.IsValid && _older.Key.Key.AsSpan().SequenceEqual(_newest.Key));
        if (IsLatest) _newest.MoveNext();
    }
}
