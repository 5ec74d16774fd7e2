using RustStack.Core.Collections;

namespace RustStack.S3.Objects;

/// <summary>
/// The objects of a bucket with all their versions: the newest of each key in one map, those below in another, so that a bucket without
/// versions pays for none and each step costs the logarithm of what is there. Used under the bucket's lock.
/// </summary>
internal sealed class VersionedObjects
{
    private readonly OrderedMap<byte[], StoredObject, BytesComparer> _newest = new();
    private readonly OrderedMap<VersionKey, StoredObject, VersionKeyComparer> _older = new();
    private long _lastOrder;

    /// <summary>Whether there is no version and no delete marker.</summary>
    public bool IsEmpty => _newest.Count == 0;

    /// <summary>The place of the next version that is written.</summary>
    /// <returns>A number higher than every one before.</returns>
    public long NextOrder() => ++_lastOrder;

    /// <summary>Finds a version.</summary>
    /// <param name="key">The key.</param>
    /// <param name="versionId">The version; null for the newest.</param>
    /// <returns>The version, which may be a delete marker; null when there is none.</returns>
    public StoredObject? Find(ReadOnlySpan<byte> key, string? versionId)
    {
        if (!_newest.TryGetValue(key, out StoredObject? newest)) return null;
        return versionId is null || newest.VersionId == versionId ? newest : FindOlder(key, versionId);
    }

    /// <summary>Puts a version on top. A null version takes the place of the null version that may be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The new version, placed after every other.</param>
    /// <returns>The null version that went.</returns>
    public StoredObject? Push(byte[] key, StoredObject version)
    {
        bool isNull = version.VersionId == VersionId.Null;
        bool mayDisplaceOlder = isNull && _newest.TryGetValue(key, out StoredObject? newest) && newest.VersionId != VersionId.Null;
        StoredObject? displaced = mayDisplaceOlder ? Remove(key, VersionId.Null) : null;
        if (!_newest.Set(key, version, out StoredObject? below)) return null;
        if (isNull && below.VersionId == VersionId.Null) return below;
        _older.Set(new(key, below.Order), below);
        return displaced;
    }

    /// <summary>Takes a version out; the one below it may become the newest.</summary>
    /// <param name="key">The key.</param>
    /// <param name="versionId">The version.</param>
    /// <returns>The version; null when there was none.</returns>
    public StoredObject? Remove(byte[] key, string versionId)
    {
        if (!_newest.TryGetValue(key, out StoredObject? newest)) return null;
        if (newest.VersionId != versionId)
        {
            StoredObject? older = FindOlder(key, versionId);
            if (older is not null) _older.Remove(new VersionKey(key, older.Order));
            return older;
        }

        OrderedMapCursor<VersionKey, StoredObject> below = _older.AtLeast(new VersionProbe(key));
        if (below.IsValid && below.Key.Key.AsSpan().SequenceEqual(key))
        {
            (VersionKey place, StoredObject next) = (below.Key, below.Value);
            _older.Remove(place);
            _newest.Set(key, next);
        }
        else
        {
            _newest.Remove(key);
        }

        return newest;
    }

    /// <summary>Puts a changed record of a version in its place.</summary>
    /// <param name="key">The key.</param>
    /// <param name="changed">The new record of a version that is there.</param>
    public void Replace(byte[] key, StoredObject changed)
    {
        if (_newest.TryGetValue(key, out StoredObject? newest) && newest.Order == changed.Order) _newest.Set(key, changed);
        else _older.Set(new(key, changed.Order), changed);
    }

    /// <summary>The newest version of each key as they are now.</summary>
    /// <returns>An immutable view.</returns>
    public OrderedMapSnapshot<byte[], StoredObject> NewestSnapshot() => _newest.Snapshot();

    /// <summary>Every version as they are now.</summary>
    /// <returns>An immutable view.</returns>
    public VersionedSnapshot Snapshot() => new(_newest.Snapshot(), _older.Snapshot());

    private StoredObject? FindOlder(ReadOnlySpan<byte> key, string versionId)
    {
        if (versionId == VersionId.Null) return FindOlderNull(key);
        if (VersionId.OrderOf(versionId) is not { } order) return null;
        bool isThere = _older.TryGetValue(new VersionProbe(key, order), out StoredObject? version) && version.VersionId == versionId;
        return isThere ? version : null;
    }

    /// <summary>The null version's id tells no place: it is looked for among all versions of its key.</summary>
    private StoredObject? FindOlderNull(ReadOnlySpan<byte> key)
    {
        OrderedMapCursor<VersionKey, StoredObject> cursor = _older.AtLeast(new VersionProbe(key));
        while (cursor.IsValid && cursor.Key.Key.AsSpan().SequenceEqual(key))
        {
            if (cursor.Value.VersionId == VersionId.Null) return cursor.Value;
            cursor.MoveNext();
        }

        return null;
    }
}
