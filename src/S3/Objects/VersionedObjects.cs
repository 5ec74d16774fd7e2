using RustStack.Core.Collections;

namespace RustStack.S3.Objects;

/// <summary>
/// The objects of a bucket with all their versions: the newest of each key in one map, those below in another, so that a bucket without
/// versions pays for none and each step costs the logarithm of what is there. Used under the bucket's lock.
/// </summary>
internal sealed class VersionedObjects
{
    private readonly OrderedMap<byte[], StoredObject, BytesComparer> _newest;
    private readonly OrderedMap<VersionKey, StoredObject, VersionKeyComparer> _older;
    private long _lastOrder;

    /// <summary>Makes an empty set.</summary>
    public VersionedObjects()
        : this(new(), new(), 0)
    {
    }

    /// <summary>Makes a set of versions that were loaded.</summary>
    /// <param name="newest">The newest version of each key.</param>
    /// <param name="older">The versions below.</param>
    /// <param name="lastOrder">The highest place that was ever given, as far as that is known.</param>
    public VersionedObjects(
        OrderedMap<byte[], StoredObject, BytesComparer> newest, OrderedMap<VersionKey, StoredObject, VersionKeyComparer> older, long lastOrder)
    {
        _newest = newest;
        _older = older;
        _lastOrder = lastOrder;
    }

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

    /// <summary>What writing a version does: a null version takes the place of the null version that may be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="newest">The newest version that is there, or null.</param>
    /// <param name="version">The new version, placed after every other.</param>
    /// <returns>The change, not made yet.</returns>
    public VersionChange Writing(byte[] key, StoredObject? newest, StoredObject version)
    {
        if (newest is null || version.VersionId != VersionId.Null) return new(key, version, null);
        return new(key, version, newest.VersionId == VersionId.Null ? newest : FindOlderNull(key));
    }

    /// <summary>Makes a change.</summary>
    /// <param name="change">The change, decided on what is there now.</param>
    public void Apply(in VersionChange change)
    {
        if (change.IsInPlace) Replace(change.Key, change.Added!);
        else if (change.Added is null) Take(change.Key, change.Removed);
        else Push(change.Key, change.Added, change.Removed);
    }

    /// <summary>Takes a change back, exactly.</summary>
    /// <param name="change">The last change that was made and not taken back.</param>
    public void Revert(in VersionChange change)
    {
        if (change.IsInPlace)
        {
            Replace(change.Key, change.Removed!);
            return;
        }

        Take(change.Key, change.Added);
        if (change.Removed is not null) Insert(change.Key, change.Removed);
    }

    /// <summary>The newest version of each key as they are now.</summary>
    /// <returns>An immutable view.</returns>
    public OrderedMapSnapshot<byte[], StoredObject> NewestSnapshot() => _newest.Snapshot();

    /// <summary>Every version as they are now.</summary>
    /// <returns>An immutable view.</returns>
    public VersionedSnapshot Snapshot() => new(_newest.Snapshot(), _older.Snapshot());

    private void Push(byte[] key, StoredObject version, StoredObject? displaced)
    {
        bool displacesNewest = !_newest.Set(key, version, out StoredObject? below) || ReferenceEquals(below, displaced);
        if (displacesNewest) return;
        if (displaced is not null) _older.Remove(new VersionKey(key, displaced.Order));
        _older.Set(new(key, below!.Order), below);
    }

    /// <summary>Takes a version out; the one below it may become the newest.</summary>
    private void Take(byte[] key, StoredObject? version)
    {
        if (version is null) return;
        if (!_newest.TryGetValue(key, out StoredObject? newest) || newest.Order != version.Order)
        {
            _older.Remove(new VersionKey(key, version.Order));
            return;
        }

        OrderedMapCursor<VersionKey, StoredObject> below = _older.AtLeast(new VersionProbe(key));
        if (!below.IsValid || !below.Key.Key.AsSpan().SequenceEqual(key))
        {
            _newest.Remove(key);
            return;
        }

        (VersionKey place, StoredObject next) = (below.Key, below.Value);
        _older.Remove(place);
        _newest.Set(key, next);
    }

    /// <summary>Puts a version back in its place, which need not be the top.</summary>
    private void Insert(byte[] key, StoredObject version)
    {
        if (_newest.TryGetValue(key, out StoredObject? newest))
        {
            StoredObject older = newest.Order < version.Order ? newest : version;
            _older.Set(new(key, older.Order), older);
            if (ReferenceEquals(older, version)) return;
        }

        _newest.Set(key, version);
    }

    private void Replace(byte[] key, StoredObject changed)
    {
        if (_newest.TryGetValue(key, out StoredObject? newest) && newest.Order == changed.Order) _newest.Set(key, changed);
        else _older.Set(new(key, changed.Order), changed);
    }

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
