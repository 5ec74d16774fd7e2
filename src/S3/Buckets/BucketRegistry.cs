using System.Text;
using RustStack.Core.Collections;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.S3.Errors;
using RustStack.S3.Multipart;
using RustStack.S3.Persistence;
using RustStack.S3.Persistence.Documents;

namespace RustStack.S3.Buckets;

/// <summary>All buckets: names are global, whoever owns them and wherever they are.</summary>
/// <param name="ids">Gives version ids their random part.</param>
/// <param name="journal">Saves what changes; null where everything is in memory alone.</param>
internal sealed class BucketRegistry(IdSource ids, IJournal? journal = null)
{
    private readonly Lock _lock = new();
    private readonly OrderedMap<byte[], StoredBucket, BytesComparer> _buckets = new();
    private long _lastId;

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

    /// <summary>Makes a bucket that is not among the others yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ownerAccountId">The account that creates it.</param>
    /// <param name="region">Where it is.</param>
    /// <param name="creationTime">When it is created.</param>
    /// <param name="configuration">What it is configured with.</param>
    /// <returns>The bucket, to be added.</returns>
    public StoredBucket Prepare(
        string name, string ownerAccountId, string region, DateTimeOffset creationTime, BucketConfiguration configuration) =>
        new(new(Interlocked.Increment(ref _lastId), name, ownerAccountId, region, creationTime), configuration, ids, journal);

    /// <summary>Adds a bucket, unless there is one of its name.</summary>
    /// <param name="bucket">The new bucket.</param>
    /// <returns>The bucket that is there, or null when the new one was added and is saved.</returns>
    public async ValueTask<StoredBucket?> TryAddAsync(StoredBucket bucket)
    {
        byte[] key = Encoding.UTF8.GetBytes(bucket.Name);
        JournalReceipt receipt;
        lock (_lock)
        {
            if (_buckets.TryGetValue(key, out StoredBucket? existing)) return existing;
            receipt = journal is null ? default : SaveNew(bucket, key, journal);
            _buckets.Set(key, bucket);
        }

        await receipt.CommittedAsync();
        return null;
    }

    /// <summary>Takes note of ids that other buckets had or have.</summary>
    /// <param name="lastId">The highest of them.</param>
    public void SkipIds(long lastId) => _lastId = lastId;

    /// <summary>Adds a bucket that was loaded.</summary>
    /// <param name="identity">What it is.</param>
    /// <param name="state">What it holds.</param>
    public void AddLoaded(BucketIdentity identity, BucketState state)
    {
        lock (_lock)
        {
            _buckets.Set(Encoding.UTF8.GetBytes(identity.Name), new StoredBucket(identity, state, ids, journal));
        }
    }

    /// <summary>Deletes a bucket if it is empty.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <returns>A task that ends when that is saved.</returns>
    /// <exception cref="Core.Errors.AwsException">It is not empty, or was deleted before; nothing was changed.</exception>
    public async ValueTask DeleteAsync(StoredBucket bucket)
    {
        JournalReceipt receipt;
        BucketUploads uploads;
        lock (_lock)
        {
            (receipt, uploads) = bucket.BeginDelete(() => PutBack(bucket));
            _buckets.Remove(Encoding.UTF8.GetBytes(bucket.Name));
        }

        await receipt.CommittedAsync();
        uploads.ReleaseParts();
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

    private JournalReceipt SaveNew(StoredBucket bucket, byte[] key, IJournal saving)
    {
        BucketIdentity identity = bucket.Identity;
        byte[] configuration = BucketConfigurationDocument.Encode(bucket.Configuration);
        SavedBucket saved = new(
            identity.Id, identity.Name, identity.OwnerAccountId, identity.Region, identity.CreationTime, configuration);
        return saving.Append([saved], () =>
        {
            lock (_lock)
            {
                bucket.Retract();
                _buckets.Remove(key);
            }
        });
    }

    private void PutBack(StoredBucket bucket)
    {
        lock (_lock)
        {
            _buckets.Set(Encoding.UTF8.GetBytes(bucket.Name), bucket);
        }
    }

    private static void CheckAccountId(string value)
    {
        if (value.Length != 12 || value.AsSpan().ContainsAnyExceptInRange('0', '9')) throw RequestErrors.InvalidBucketOwner(value);
    }
}
