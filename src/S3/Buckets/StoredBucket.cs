using RustStack.Core.Collections;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.S3.Errors;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;

namespace RustStack.S3.Buckets;

/// <summary>
/// A bucket: its objects and uploads behind one lock. Nothing waits while the lock is held; what a change displaces is let go after it.
/// A bucket that was deleted answers NoSuchBucket to whoever still holds it.
/// </summary>
/// <param name="name">The name.</param>
/// <param name="ownerAccountId">The account that created it.</param>
/// <param name="region">Where it is.</param>
/// <param name="creationTime">When it was created.</param>
/// <param name="configuration">What it is configured with from the start.</param>
/// <param name="ids">Gives version ids their random part.</param>
internal sealed class StoredBucket(
    string name, string ownerAccountId, string region, DateTimeOffset creationTime, BucketConfiguration configuration, IdSource ids)
{
    private readonly Lock _lock = new();
    private readonly VersionedObjects _objects = new();
    private readonly BucketUploads _uploads = new();
    private BucketConfiguration _configuration = configuration;
    private bool _deleted;

    public string Name { get; } = name;

    public string OwnerAccountId { get; } = ownerAccountId;

    public string Region { get; } = region;

    public DateTimeOffset CreationTime { get; } = creationTime;

    /// <summary>What the bucket is configured with now.</summary>
    public BucketConfiguration Configuration => Volatile.Read(ref _configuration);

    /// <summary>Changes the bucket's configuration.</summary>
    /// <param name="change">Gives the new configuration, or throws what refuses it; it must not wait.</param>
    /// <exception cref="AwsException">The bucket was deleted, or what the change throws; nothing was changed.</exception>
    public void Configure(Func<BucketConfiguration, BucketConfiguration> change)
    {
        lock (_lock)
        {
            CheckExists();
            Volatile.Write(ref _configuration, change(_configuration));
        }
    }

    /// <summary>Takes hold of a version, so that its bytes stay readable.</summary>
    /// <param name="reference">The object or version.</param>
    /// <returns>The version, with a reference to its bytes.</returns>
    /// <exception cref="AwsException">There is no such object or version, or it is a delete marker.</exception>
    public ObjectLease Lease(ObjectReference reference)
    {
        lock (_lock)
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
        lock (_lock)
        {
            CheckExists();
            return _objects.Find(key, null) is { IsDeleteMarker: false } newest ? new(newest, Configuration.Versioning.Answer(newest)) : null;
        }
    }

    /// <summary>Whether there is an object of a key: its newest version is no delete marker.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when there is.</returns>
    public bool HasObject(byte[] key)
    {
        lock (_lock)
        {
            CheckExists();
            return _objects.Find(key, null) is { IsDeleteMarker: false };
        }
    }

    /// <summary>Writes an object: a version of its own where versioning is enabled, else the null version.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The new version; one reference to its bytes passes to the bucket.</param>
    /// <param name="condition">What must hold of the object that is there.</param>
    /// <returns>The version as the bucket holds it.</returns>
    /// <exception cref="AwsException">The condition does not hold; nothing was changed.</exception>
    public StoredObject Put(byte[] key, StoredObject version, WriteCondition condition)
    {
        StoredObject? displaced;
        lock (_lock)
        {
            CheckExists();
            (version, displaced) = PutLocked(key, version, condition);
        }

        displaced?.Blob?.Release();
        return version;
    }

    /// <summary>
    /// Deletes an object, or one version of it for good. Where versioning was configured, deleting an object writes a delete marker.
    /// </summary>
    /// <param name="deletion">What is deleted, when and on which condition.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="AwsException">The condition does not hold or object lock protects the version; nothing was changed.</exception>
    public DeletionResult Delete(ObjectDeletion deletion)
    {
        DeletionResult result;
        lock (_lock)
        {
            CheckExists();
            result = DeleteLocked(deletion);
        }

        result.Removed?.Blob?.Release();
        return result;
    }

    /// <summary>
    /// Does what a lifecycle rule asks: an object goes as if it were deleted, any other version for good. A version that is no longer what
    /// and where it was, or that object lock protects, stays.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The version, as it was found.</param>
    /// <param name="isNewest">Whether it was the newest of its key.</param>
    /// <param name="time">When it goes.</param>
    public void Expire(byte[] key, StoredObject version, bool isNewest, DateTimeOffset time)
    {
        DeletionResult result;
        lock (_lock)
        {
            bool isUnchanged = !_deleted
                && ReferenceEquals(_objects.Find(key, version.VersionId), version)
                && ReferenceEquals(_objects.Find(key, null), version) == isNewest;
            bool isForGood = !isNewest || version.IsDeleteMarker || Configuration.Versioning == VersioningStatus.Unversioned;
            if (!isUnchanged || (isForGood && version.Properties.Lock.Protects(time, bypassesGovernance: false))) return;
            result = DeleteLocked(new(key, isForGood ? version.VersionId : null, time));
        }

        result.Removed?.Blob?.Release();
    }

    /// <summary>Changes a version's properties.</summary>
    /// <param name="reference">The object or version.</param>
    /// <param name="change">Gives the new properties, or throws what refuses them; it must not wait.</param>
    /// <returns>The version as it is now.</returns>
    /// <exception cref="AwsException">There is no such object or version, it is a delete marker, or what the change throws.</exception>
    public StoredObject Update(ObjectReference reference, Func<ObjectProperties, ObjectProperties> change)
    {
        lock (_lock)
        {
            StoredObject version = Find(reference);
            StoredObject changed = version.With(change(version.Properties));
            _objects.Replace(reference.Key, changed);
            return changed;
        }
    }

    /// <summary>The newest version of each key as they are now, delete markers among them.</summary>
    /// <returns>An immutable view; the bytes behind it may go.</returns>
    public OrderedMapSnapshot<byte[], StoredObject> Snapshot()
    {
        lock (_lock)
        {
            CheckExists();
            return _objects.NewestSnapshot();
        }
    }

    /// <summary>Every version as they are now.</summary>
    /// <returns>An immutable view; the bytes behind it may go.</returns>
    public VersionedSnapshot Versions()
    {
        lock (_lock)
        {
            CheckExists();
            return _objects.Snapshot();
        }
    }

    /// <summary>Deletes the bucket if it is empty; uploads in progress go with it.</summary>
    /// <exception cref="AwsException">It is not empty, or was deleted before; nothing was changed.</exception>
    public void DeleteIfEmpty()
    {
        IReadOnlyList<PendingUpload> uploads;
        lock (_lock)
        {
            CheckExists();
            if (!_objects.IsEmpty) throw BucketErrors.BucketNotEmpty(Name);
            _deleted = true;
            uploads = _uploads.Clear();
        }

        foreach (PendingUpload upload in uploads) upload.ReleaseParts();
    }

    /// <summary>Begins a multipart upload.</summary>
    /// <param name="upload">The upload, without parts.</param>
    public void BeginUpload(PendingUpload upload)
    {
        lock (_lock)
        {
            CheckExists();
            _uploads.Add(upload);
        }
    }

    /// <summary>Finds an upload in progress.</summary>
    /// <param name="key">The key that it is for.</param>
    /// <param name="uploadId">Its id.</param>
    /// <returns>The upload.</returns>
    /// <exception cref="AwsException">NoSuchUpload.</exception>
    public PendingUpload FindUpload(byte[] key, string uploadId)
    {
        lock (_lock)
        {
            CheckExists();
            return _uploads.Find(key, uploadId);
        }
    }

    /// <summary>Stores a part, in place of the one of that number that may be there.</summary>
    /// <param name="key">The key that the upload is for.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="part">The part; one reference to its bytes passes to the upload.</param>
    /// <exception cref="AwsException">NoSuchUpload, also when it was aborted or completed meanwhile.</exception>
    public void PutPart(byte[] key, string uploadId, StoredPart part)
    {
        StoredPart? displaced;
        lock (_lock)
        {
            CheckExists();
            displaced = _uploads.Find(key, uploadId).Put(part);
        }

        displaced?.Blob.Release();
    }

    /// <summary>The parts of an upload as they are now.</summary>
    /// <param name="key">The key that the upload is for.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <returns>The parts by ascending number; their bytes may go.</returns>
    /// <exception cref="AwsException">NoSuchUpload.</exception>
    public IReadOnlyList<StoredPart> Parts(byte[] key, string uploadId)
    {
        lock (_lock)
        {
            CheckExists();
            return _uploads.Find(key, uploadId).ToList();
        }
    }

    /// <summary>Aborts an upload.</summary>
    /// <param name="key">The key that the upload is for.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="initiated">When it must have been begun, if that is asked.</param>
    /// <exception cref="AwsException">NoSuchUpload, or PreconditionFailed.</exception>
    public void AbortUpload(byte[] key, string uploadId, DateTimeOffset? initiated)
    {
        PendingUpload upload;
        lock (_lock)
        {
            CheckExists();
            upload = _uploads.Find(key, uploadId);
            if (initiated is { } time && time != upload.Initiated) throw RequestErrors.PreconditionFailed("x-amz-if-match-initiated-time");
            _uploads.Remove(upload);
        }

        upload.ReleaseParts();
    }

    /// <summary>The uploads in progress as they are now.</summary>
    /// <returns>An immutable view.</returns>
    public OrderedMapSnapshot<UploadKey, PendingUpload> Uploads()
    {
        lock (_lock)
        {
            CheckExists();
            return _uploads.Snapshot();
        }
    }

    /// <summary>What an upload that was completed lately became.</summary>
    /// <param name="key">The key that the upload was for.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <returns>The object, or null when it is not known.</returns>
    public StoredObject? FindCompleted(byte[] key, string uploadId)
    {
        lock (_lock)
        {
            CheckExists();
            return _uploads.FindCompleted(key, uploadId);
        }
    }

    /// <summary>Makes an upload an object, if its parts are still the ones that were looked at.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="completion">What it becomes.</param>
    /// <param name="condition">What must hold of the object that is there.</param>
    /// <returns>The object; null when a part was replaced meanwhile: nothing was changed, look again.</returns>
    /// <exception cref="AwsException">The upload is gone, or the condition does not hold.</exception>
    public StoredObject? TryComplete(PendingUpload upload, UploadCompletion completion, WriteCondition condition)
    {
        StoredObject version;
        StoredObject? displaced;
        lock (_lock)
        {
            CheckExists();
            _uploads.Find(upload.Key, upload.UploadId);
            if (!upload.Holds(completion.Parts)) return null;
            (version, displaced) = PutLocked(upload.Key, completion.Version, condition);
            foreach (StoredPart part in completion.Parts) part.Blob.AddReference();
            _uploads.Complete(upload, version);
        }

        upload.ReleaseParts();
        displaced?.Blob?.Release();
        return version;
    }

    private (StoredObject Version, StoredObject? Displaced) PutLocked(byte[] key, StoredObject version, WriteCondition condition)
    {
        condition.Check(_objects.Find(key, null), key);
        StoredObject placed = Place(version);
        return (placed, _objects.Push(key, placed));
    }

    private DeletionResult DeleteLocked(in ObjectDeletion deletion)
    {
        deletion.Condition.Check(_objects.Find(deletion.Key, null), deletion.Key);
        bool isForGood = deletion.VersionId is not null || Configuration.Versioning == VersioningStatus.Unversioned;
        if (isForGood)
        {
            string versionId = deletion.VersionId ?? VersionId.Null;
            deletion.CheckLock(_objects.Find(deletion.Key, versionId));
            return new(_objects.Remove(deletion.Key, versionId), null);
        }

        StoredObject marker = Place(StoredObject.Marker(ObjectTime.Of(deletion.Time)));
        return new(_objects.Push(deletion.Key, marker), marker);
    }

    private StoredObject Place(StoredObject version)
    {
        long order = _objects.NextOrder();
        return version.At(Configuration.Versioning == VersioningStatus.Enabled ? VersionId.Create(order, ids) : VersionId.Null, order);
    }

    private StoredObject Find(ObjectReference reference)
    {
        CheckExists();
        StoredObject? version = _objects.Find(reference.Key, reference.VersionId);
        return version is { IsDeleteMarker: false } ? version : throw reference.Absent(version);
    }

    private void CheckExists()
    {
        if (_deleted) throw BucketErrors.NoSuchBucket(Name);
    }
}
