using System.Text;
using RustStack.Core.Collections;
using RustStack.S3.Errors;

namespace RustStack.S3.Buckets;

/// <summary>All buckets: names are global, whoever owns them and wherever they are.</summary>
internal sealed class BucketRegistry
{
    private readonly Lock _lock = new();
    private readonly OrderedMap<byte[], StoredBucket, BytesComparer> _buckets = new();

    /// <summary>Finds a bucket.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="expectedOwner">The account that must own it, if the request says so.</param>
    /// <returns>The bucket.</returns>
    /// <exception cref="Core.Errors.AwsException">There is none, or another account owns it.</exception>
    public StoredBucket Find(string name, string? expectedOwner)
    {
        if (expectedOwner is not null) CheckAccountId(expectedOwner);
        StoredBucket bucket = TryFind(name) ?? throw BucketErrors.NoSuchBucket(name);
        return expectedOwner is null || expectedOwner == bucket.OwnerAccountId ? bucket : throw RequestErrors.AccessDenied();
    }

    /// <summary>Finds a bucket, if there is one.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The bucket, or null when there is none.</returns>
    public StoredBucket? TryFind(string name)
    {
        lock (_lock)
        {
            _buckets.TryGetValue(Encoding.UTF8.GetBytes(name), out StoredBucket? bucket);
            return bucket;
        }
    }

    /// <summary>Adds a bucket, unless there is one of its name.</summary>
    /// <param name="bucket">The new bucket.</param>
    /// <returns>The bucket that is there, or null when the new one was added.</returns>
    public StoredBucket? TryAdd(StoredBucket bucket)
    {
        byte[] key = Encoding.UTF8.GetBytes(bucket.Name);
        lock (_lock)
        {
            if (_buckets.TryGetValue(key, out StoredBucket? existing)) return existing;
            _buckets.Set(key, bucket);
            return null;
        }
    }

    /// <summary>Deletes a bucket if it is empty.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <exception cref="Core.Errors.AwsException">It is not empty, or was deleted before; nothing was changed.</exception>
    public void Delete(StoredBucket bucket)
    {
        lock (_lock)
        {
            bucket.DeleteIfEmpty();
            _buckets.Remove(Encoding.UTF8.GetBytes(bucket.Name));
        }
    }

    /// <summary>The buckets as they are now, by name.</summary>
    /// <returns>An immutable view.</returns>
    public OrderedMapSnapshot<byte[], StoredBucket> Snapshot()
    {
        lock (_lock)
        {
            return _buckets.Snapshot();
        }
    }

    private static void CheckAccountId(string value)
    {
        if (value.Length != 12 || value.AsSpan().ContainsAnyExceptInRange('0', '9')) throw RequestErrors.InvalidBucketOwner(value);
    }
}
