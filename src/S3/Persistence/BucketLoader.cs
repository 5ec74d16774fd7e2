using System.Text.Json;
using RustStack.Core.Collections;
using RustStack.Core.Errors;
using RustStack.Core.Persistence;
using RustStack.S3.Buckets;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;
using RustStack.S3.Persistence.Documents;

namespace RustStack.S3.Persistence;

/// <summary>Loads buckets at start. Versions stream in key order into maps that are built from the left, without a search.</summary>
/// <param name="storage">Where they are kept.</param>
/// <param name="buckets">Takes them; it is empty.</param>
internal sealed class BucketLoader(IBucketStorage storage, BucketRegistry buckets)
{
    /// <summary>Loads every bucket.</summary>
    /// <exception cref="StateException">A row cannot be read or understood.</exception>
    public void Load()
    {
        buckets.SkipIds(storage.LastBucketId());
        foreach (SavedBucket saved in storage.Buckets()) Understand(saved, Load);
        storage.EndLoad();
    }

    private void Load(SavedBucket saved)
    {
        BucketIdentity identity = new(saved.BucketId, saved.Name, saved.OwnerAccountId, saved.Region, saved.CreationTime);
        BucketConfiguration configuration = BucketConfigurationDocument.Decode(saved.Configuration, saved.Name);
        (BucketUploads uploads, long lastOrder) = LoadUploads(saved.BucketId);
        buckets.AddLoaded(identity, new(saved.Name, configuration, LoadVersions(saved.BucketId, lastOrder), uploads));
    }

    private VersionedObjects LoadVersions(long bucketId, long lastOrder)
    {
        OrderedMapLoader<byte[], StoredObject, BytesComparer> newest = new();
        OrderedMapLoader<VersionKey, StoredObject, VersionKeyComparer> older = new();
        byte[]? key = null;
        foreach (SavedVersion saved in storage.Versions(bucketId))
        {
            StoredObject version = StoredObjectDocument.Decode(saved.Document, saved.Order, storage.Blob);
            lastOrder = Math.Max(lastOrder, saved.Order);
            if (key is not null && saved.Key.AsSpan().SequenceEqual(key))
            {
                older.Add(new(key, saved.Order), version);
                continue;
            }

            key = saved.Key;
            newest.Add(key, version);
        }

        return new(newest.ToMap(), older.ToMap(), lastOrder);
    }

    private (BucketUploads Uploads, long LastOrder) LoadUploads(long bucketId)
    {
        BucketUploads uploads = new();
        foreach (SavedUpload saved in storage.Uploads(bucketId))
        {
            uploads.Add(PendingUploadDocument.Decode(saved.Document, saved.Key, saved.UploadId));
        }

        foreach (SavedPart saved in storage.Parts(bucketId))
        {
            uploads.Find(saved.Key, saved.UploadId).Put(StoredPartDocument.Decode(saved.Document, saved.Number, storage.Blob));
        }

        long lastOrder = 0;
        foreach (SavedCompletion saved in storage.Completions(bucketId))
        {
            lastOrder = saved.Order;
            uploads.Remember(new(saved.Key, saved.UploadId, StoredObjectDocument.Decode(saved.Document, saved.Order, storage.Blob)));
        }

        return (uploads, lastOrder);
    }

    /// <summary>A document that cannot be understood is damage to the state, whatever it is that the codec meets.</summary>
    private static void Understand(SavedBucket saved, Action<SavedBucket> load)
    {
        try
        {
            load(saved);
        }
        catch (Exception broken) when (broken is JsonException or AwsException or ArgumentException or InvalidOperationException
            or KeyNotFoundException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new StateException($"The saved state of bucket '{saved.Name}' is damaged: restore it from a backup, or move it away.", broken);
        }
    }
}
