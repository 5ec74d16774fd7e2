using RustStack.Core.Collections;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.S3.Errors;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;

namespace RustStack.S3.Buckets;

/// <summary>
/// A bucket: its objects and uploads behind one lock. A change is decided and made under the lock, is saved where buckets are kept, and what
/// it displaces is let go when it is. A change that cannot be saved throws <see cref="JournalException"/> and leaves everything as it was.
/// </summary>
internal sealed class StoredBucket
{
    private readonly BucketIdentity _identity;
    private readonly BucketState _state;
    private readonly BucketJournal? _journal;
    private readonly IdSource _ids;

    /// <summary>Makes a new bucket, which is empty.</summary>
    /// <param name="identity">What it is.</param>
    /// <param name="configuration">What it is configured with from the start.</param>
    /// <param name="ids">Gives version ids their random part.</param>
    /// <param name="journal">Saves what changes; null where everything is in memory alone.</param>
    public StoredBucket(BucketIdentity identity, BucketConfiguration configuration, IdSource ids, IJournal? journal = null)
        : this(identity, new BucketState(identity.Name, configuration, new(), new()), ids, journal)
    {
    }

    /// <summary>Makes a bucket that was loaded.</summary>
    /// <param name="identity">What it is.</param>
    /// <param name="state">What it holds.</param>
    /// <param name="ids">Gives version ids their random part.</param>
    /// <param name="journal">Saves what changes.</param>
    public StoredBucket(BucketIdentity identity, BucketState state, IdSource ids, IJournal? journal)
    {
        _identity = identity;
        _state = state;
        _ids = ids;
        _journal = journal is null ? null : new(identity.Id, journal, state);
        Uploads = new(state, _journal, ids);
    }

    public BucketIdentity Identity => _identity;

    public string Name => _identity.Name;

    public string OwnerAccountId => _identity.OwnerAccountId;

    public string Region => _identity.Region;

    public DateTimeOffset CreationTime => _identity.CreationTime;

    /// <summary>The multipart uploads.</summary>
    public MultipartUploads Uploads { get; }

    /// <summary>What the bucket is configured with now.</summary>
    public BucketConfiguration Configuration => _state.Configuration;

    /// <summary>Changes the bucket's configuration.</summary>
    /// <param name="change">Gives the new configuration, or throws what refuses it; it must not wait.</param>
    /// <returns>A task that ends when the change is saved.</returns>
    /// <exception cref="AwsException">The bucket was deleted, or what the change throws; nothing was changed.</exception>
    public ValueTask ConfigureAsync(Func<BucketConfiguration, BucketConfiguration> change)
    {
        lock (_state.Lock)
        {
            _state.CheckExists();
            BucketConfiguration next = change(_state.Configuration);
            JournalReceipt receipt = _journal?.Configure(next) ?? default;
            _state.Configuration = next;
            return receipt.CommittedAsync();
        }
    }

    /// <summary>Takes hold of a version, so that its bytes stay readable.</summary>
    /// <param name="reference">The object or version.</param>
    /// <returns>The version, with a reference to its bytes.</returns>
    /// <exception cref="AwsException">There is no such object or version, or it is a delete marker.</exception>
    public ObjectLease Lease(ObjectReference reference)
    {
        lock (_state.Lock)
        {
            StoredObject version = Find(reference);
            return new(version, Configuration.Versioning.Answer(version));
        }
    }

    /// <summary>Takes hold of an object's newest version.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The version, with a reference to its bytes; null when there is none, or a delete marker.</returns>
    public ObjectLease? TryLease(byte[] key)
    {
        lock (_state.Lock)
        {
            _state.CheckExists();
            return _state.Objects.Find(key, null) is { IsDeleteMarker: false } newest ? new(newest, Configuration.Versioning.Answer(newest)) : null;
        }
    }

    /// <summary>Whether there is an object of a key: its newest version is no delete marker.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when there is.</returns>
    public bool HasObject(byte[] key)
    {
        lock (_state.Lock)
        {
            _state.CheckExists();
            return _state.Objects.Find(key, null) is { IsDeleteMarker: false };
        }
    }

    /// <summary>Writes an object: a version of its own where versioning is enabled, else the null version.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The new version; one reference to its bytes passes to the bucket, unless this throws.</param>
    /// <param name="condition">What must hold of the object that is there.</param>
    /// <returns>The version as the bucket holds it, when it is saved.</returns>
    /// <exception cref="AwsException">The condition does not hold; nothing was changed.</exception>
    public async ValueTask<StoredObject> PutAsync(byte[] key, StoredObject version, WriteCondition condition)
    {
        VersionChange change;
        JournalReceipt receipt;
        lock (_state.Lock)
        {
            _state.CheckExists();
            StoredObject? newest = _state.Objects.Find(key, null);
            condition.Check(newest, key);
            change = _state.Writing(key, version, newest, _ids);
            receipt = Apply(change);
        }

        await receipt.CommittedAsync();
        change.Removed?.Blob?.Release();
        return change.Added!;
    }

    /// <summary>
    /// Deletes an object, or one version of it for good. Where versioning was configured, deleting an object writes a delete marker.
    /// The deletion is made before this first waits, so that several may be begun one after the other and then be waited for together.
    /// </summary>
    /// <param name="deletion">What is deleted, when and on which condition.</param>
    /// <returns>What was done, when it is saved.</returns>
    /// <exception cref="AwsException">The condition does not hold or object lock protects the version; nothing was changed.</exception>
    public async ValueTask<DeletionResult> DeleteAsync(ObjectDeletion deletion)
    {
        VersionChange change;
        JournalReceipt receipt;
        lock (_state.Lock)
        {
            _state.CheckExists();
            change = Deleting(deletion);
            receipt = Apply(change);
        }

        await receipt.CommittedAsync();
        change.Removed?.Blob?.Release();
        return new(change.Removed, change.Added);
    }

    /// <summary>
    /// Does what a lifecycle rule asks: an object goes as if it were deleted, any other version for good. A version that is no longer what
    /// and where it was, or that object lock protects, stays.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The version, as it was found.</param>
    /// <param name="isNewest">Whether it was the newest of its key.</param>
    /// <param name="time">When it goes.</param>
    /// <returns>A task that ends when the change is saved; it is made before this first waits.</returns>
    public async ValueTask ExpireAsync(byte[] key, StoredObject version, bool isNewest, DateTimeOffset time)
    {
        VersionChange change;
        JournalReceipt receipt;
        lock (_state.Lock)
        {
            bool isUnchanged = !_state.IsDeleted
                && ReferenceEquals(_state.Objects.Find(key, version.VersionId), version)
                && ReferenceEquals(_state.Objects.Find(key, null), version) == isNewest;
            bool isForGood = !isNewest || version.IsDeleteMarker || Configuration.Versioning == VersioningStatus.Unversioned;
            if (!isUnchanged || (isForGood && version.Properties.Lock.Protects(time, bypassesGovernance: false))) return;
            change = Deleting(new(key, isForGood ? version.VersionId : null, time));
            receipt = Apply(change);
        }

        await receipt.CommittedAsync();
        change.Removed?.Blob?.Release();
    }

    /// <summary>Changes a version's properties.</summary>
    /// <param name="reference">The object or version.</param>
    /// <param name="change">Gives the new properties, or throws what refuses them; it must not wait.</param>
    /// <returns>The version as it is now, when it is saved.</returns>
    /// <exception cref="AwsException">There is no such object or version, it is a delete marker, or what the change throws.</exception>
    public async ValueTask<StoredObject> UpdateAsync(ObjectReference reference, Func<ObjectProperties, ObjectProperties> change)
    {
        StoredObject changed;
        JournalReceipt receipt;
        lock (_state.Lock)
        {
            StoredObject version = Find(reference);
            changed = version.With(change(version.Properties));
            receipt = Apply(new(reference.Key, changed, version));
        }

        await receipt.CommittedAsync();
        return changed;
    }

    /// <summary>The newest version of each key as they are now, delete markers among them.</summary>
    /// <returns>An immutable view; the bytes behind it may go.</returns>
    public OrderedMapSnapshot<byte[], StoredObject> Snapshot()
    {
        lock (_state.Lock)
        {
            _state.CheckExists();
            return _state.Objects.NewestSnapshot();
        }
    }

    /// <summary>Every version as they are now.</summary>
    /// <returns>An immutable view; the bytes behind it may go.</returns>
    public VersionedSnapshot Versions()
    {
        lock (_state.Lock)
        {
            _state.CheckExists();
            return _state.Objects.Snapshot();
        }
    }

    /// <summary>Deletes the bucket if it is empty; uploads in progress go with it.</summary>
    /// <param name="putBack">Puts it back among the buckets, if the deletion cannot be saved.</param>
    /// <returns>What the answer has to wait for, and the uploads, whose bytes are to go then.</returns>
    /// <exception cref="AwsException">It is not empty, or was deleted before; nothing was changed.</exception>
    public (JournalReceipt Receipt, BucketUploads Uploads) BeginDelete(Action putBack)
    {
        lock (_state.Lock)
        {
            _state.CheckExists();
            if (!_state.Objects.IsEmpty) throw BucketErrors.BucketNotEmpty(Name);
            JournalReceipt receipt = _journal?.Delete(putBack) ?? default;
            BucketUploads uploads = _state.Uploads;
            _state.IsDeleted = true;
            _state.Uploads = new();
            return (receipt, uploads);
        }
    }

    /// <summary>Makes the bucket one that was never there: its creation could not be saved.</summary>
    public void Retract()
    {
        lock (_state.Lock)
        {
            _state.IsDeleted = true;
        }
    }

    private JournalReceipt Apply(in VersionChange change)
    {
        JournalReceipt receipt = _journal?.Change(change) ?? default;
        _state.Objects.Apply(change);
        return receipt;
    }

    private VersionChange Deleting(in ObjectDeletion deletion)
    {
        StoredObject? newest = _state.Objects.Find(deletion.Key, null);
        deletion.Condition.Check(newest, deletion.Key);
        bool isForGood = deletion.VersionId is not null || Configuration.Versioning == VersioningStatus.Unversioned;
        if (!isForGood) return _state.Writing(deletion.Key, StoredObject.Marker(ObjectTime.Of(deletion.Time)), newest, _ids);
        StoredObject? removed = _state.Objects.Find(deletion.Key, deletion.VersionId ?? VersionId.Null);
        deletion.CheckLock(removed);
        return new(deletion.Key, null, removed);
    }

    private StoredObject Find(ObjectReference reference)
    {
        _state.CheckExists();
        StoredObject? version = _state.Objects.Find(reference.Key, reference.VersionId);
        return version is { IsDeleteMarker: false } ? version : throw reference.Absent(version);
    }
}
