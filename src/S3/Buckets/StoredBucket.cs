using RustStack.Core.Collections;
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
internal sealed class StoredBucket(
    string name, string ownerAccountId, string region, DateTimeOffset creationTime, BucketConfiguration configuration)
{
    private readonly Lock _lock = new();
    private readonly OrderedMap<byte[], StoredObject, BytesComparer> _objects = new();
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
    /// <exception cref="Core.Errors.AwsException">The bucket was deleted, or what the change throws; nothing was changed.</exception>
    public void Configure(Func<BucketConfiguration, BucketConfiguration> change)
    {
        lock (_lock)
        {
            CheckExists();
            Volatile.Write(ref _configuration, change(_configuration));
        }
    }

    /// <summary>Takes hold of a version, so that its bytes stay readable.</summary>
    /// <param name="key">The key.</param>
    /// <param name="versionId">The version; null for the newest.</param>
    /// <returns>The version, with a reference to its bytes.</returns>
    /// <exception cref="Core.Errors.AwsException">There is no such object or version, or it is a delete marker.</exception>
    public ObjectLease Lease(ReadOnlySpan<byte> key, string? versionId)
    {
        lock (_lock)
        {
            return new(Find(key, versionId));
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
            return _objects.TryGetValue(key, out StoredObject? newest) && !newest.IsDeleteMarker ? new(newest) : null;
        }
    }

    /// <summary>Whether there is an object, as a reader without a version id sees it.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when there is.</returns>
    public bool Exists(byte[] key)
    {
        lock (_lock)
        {
            CheckExists();
            return _objects.TryGetValue(key, out StoredObject? newest) && !newest.IsDeleteMarker;
        }
    }

    /// <summary>Writes an object.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The new version; one reference to its bytes passes to the bucket.</param>
    /// <param name="condition">What must hold of the object that is there.</param>
    /// <exception cref="Core.Errors.AwsException">The condition does not hold; nothing was changed.</exception>
    public void Put(byte[] key, StoredObject version, WriteCondition condition)
    {
        StoredObject? displaced;
        lock (_lock)
        {
            CheckExists();
            displaced = PutLocked(key, version, condition);
        }

        displaced?.Blob?.Release();
    }

    /// <summary>Deletes an object, or one version of it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="versionId">The version; null for the object.</param>
    /// <param name="condition">What must hold of the object that is there.</param>
    /// <returns>The version that was deleted; null when there was none.</returns>
    /// <exception cref="Core.Errors.AwsException">The condition does not hold; nothing was changed.</exception>
    public StoredObject? Delete(byte[] key, string? versionId, DeleteCondition condition)
    {
        StoredObject? removed;
        lock (_lock)
        {
            CheckExists();
            _objects.TryGetValue(key, out StoredObject? newest);
            condition.Check(VersionChain.Find(newest, versionId), key);
            StoredObject? left = VersionChain.Remove(newest, versionId ?? StoredObject.NullVersionId, out removed);
            if (removed is null) return null;
            if (left is null) _objects.Remove(key);
            else _objects.Set(key, left);
        }

        removed.Blob?.Release();
        return removed;
    }

    /// <summary>Changes a version's properties.</summary>
    /// <param name="key">The key.</param>
    /// <param name="versionId">The version; null for the newest.</param>
    /// <param name="change">Gives the new properties; it must not wait.</param>
    /// <returns>The version as it is now.</returns>
    /// <exception cref="Core.Errors.AwsException">There is no such object or version, or it is a delete marker.</exception>
    public StoredObject Update(byte[] key, string? versionId, Func<ObjectProperties, ObjectProperties> change)
    {
        lock (_lock)
        {
            StoredObject version = Find(key, versionId);
            StoredObject changed = version.With(change(version.Properties));
            _objects.TryGetValue(key, out StoredObject? newest);
            _objects.Set(key, VersionChain.Replace(newest!, version, changed));
            return changed;
        }
    }

    /// <summary>The objects as they are now.</summary>
    /// <returns>An immutable view; the bytes behind it may go.</returns>
    public OrderedMapSnapshot<byte[], StoredObject> Snapshot()
    {
        lock (_lock)
        {
            CheckExists();
            return _objects.Snapshot();
        }
    }

    /// <summary>Deletes the bucket if it is empty; uploads in progress go with it.</summary>
    /// <exception cref="Core.Errors.AwsException">It is not empty, or was deleted before; nothing was changed.</exception>
    public void DeleteIfEmpty()
    {
        IReadOnlyList<PendingUpload> uploads;
        lock (_lock)
        {
            CheckExists();
            if (_objects.Count > 0) throw BucketErrors.BucketNotEmpty(Name);
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
    /// <exception cref="Core.Errors.AwsException">NoSuchUpload.</exception>
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
    /// <exception cref="Core.Errors.AwsException">NoSuchUpload, also when it was aborted or completed meanwhile.</exception>
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
    /// <exception cref="Core.Errors.AwsException">NoSuchUpload.</exception>
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
    /// <exception cref="Core.Errors.AwsException">NoSuchUpload, or PreconditionFailed.</exception>
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
    /// <returns>False when a part was replaced meanwhile: nothing was changed, look again.</returns>
    /// <exception cref="Core.Errors.AwsException">The upload is gone, or the condition does not hold.</exception>
    public bool TryComplete(PendingUpload upload, UploadCompletion completion, WriteCondition condition)
    {
        StoredObject? displaced;
        lock (_lock)
        {
            CheckExists();
            _uploads.Find(upload.Key, upload.UploadId);
            if (!upload.Holds(completion.Parts)) return false;
            displaced = PutLocked(upload.Key, completion.Version, condition);
            foreach (StoredPart part in completion.Parts) part.Blob.AddReference();
            _uploads.Complete(upload, completion.Version);
        }

        upload.ReleaseParts();
        displaced?.Blob?.Release();
        return true;
    }

    private StoredObject? PutLocked(byte[] key, StoredObject version, WriteCondition condition)
    {
        _objects.TryGetValue(key, out StoredObject? newest);
        condition.Check(newest, key);
        _objects.Set(key, VersionChain.Push(newest, version, out StoredObject? displaced));
        return displaced;
    }

    private StoredObject Find(ReadOnlySpan<byte> key, string? versionId)
    {
        CheckExists();
        _objects.TryGetValue(key, out StoredObject? newest);
        StoredObject? version = VersionChain.Find(newest, versionId);
        if (version is not null) return version.IsDeleteMarker ? throw MarkerError(key, versionId) : version;
        throw versionId is null or StoredObject.NullVersionId && newest is null
            ? ObjectErrors.NoSuchKey(key)
            : ObjectErrors.NoSuchVersion(key, versionId ?? StoredObject.NullVersionId);
    }

    private static Core.Errors.AwsException MarkerError(ReadOnlySpan<byte> key, string? versionId) =>
        versionId is null ? ObjectErrors.NoSuchKey(key) : ProtocolErrors.MethodNotAllowed("GET", "DeleteMarker");

    private void CheckExists()
    {
        if (_deleted) throw BucketErrors.NoSuchBucket(Name);
    }
}
