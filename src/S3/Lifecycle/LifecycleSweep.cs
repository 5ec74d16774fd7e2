using RustStack.Core.Collections;
using RustStack.Core.Errors;
using RustStack.Core.Persistence;
using RustStack.S3.Buckets;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;

namespace RustStack.S3.Lifecycle;

/// <summary>
/// Applies lifecycle rules to all buckets, pass by pass. A pass looks at a bounded number of versions and uploads; the next goes on where
/// it ended. What changes while it looks is left alone.
/// </summary>
/// <param name="buckets">The buckets.</param>
/// <param name="time">The clock.</param>
/// <param name="maxExamined">
/// The most versions and uploads that a pass looks at; all versions of a key, and all uploads of a bucket, are looked at in one pass.
/// </param>
internal sealed class LifecycleSweep(BucketRegistry buckets, TimeProvider time, int maxExamined = LifecycleSweep.MaxExamined)
{
    private const int MaxExamined = 100_000;

    private byte[] _nextBucket = [];
    private byte[]? _nextKey;

    /// <summary>Does one pass. While nothing can be saved it ends early; the next goes on there.</summary>
    public void Run()
    {
        try
        {
            RunPass();
        }
        catch (JournalException)
        {
            // The journal says on the log that nothing can be saved, and when that is over.
        }
    }

    private void RunPass()
    {
        DateTimeOffset now = time.GetUtcNow();
        int budget = maxExamined;
        OrderedMapCursor<byte[], StoredBucket> cursor = buckets.Snapshot().AtLeast(new BytesProbe(_nextBucket));
        for (; cursor.IsValid; cursor.MoveNext())
        {
            if (!cursor.Key.AsSpan().SequenceEqual(_nextBucket)) _nextKey = null;
            _nextBucket = cursor.Key;
            if (cursor.Value.Configuration.Lifecycle is not { Active.Count: > 0 } policy) continue;
            if (!TrySweep(cursor.Value, policy, now, ref budget)) return;
        }

        (_nextBucket, _nextKey) = ([], null);
    }

    /// <summary>Sweeps a bucket.</summary>
    /// <returns>False when the pass ended within it.</returns>
    private bool TrySweep(StoredBucket bucket, LifecyclePolicy policy, DateTimeOffset now, ref int budget)
    {
        try
        {
            bool goesOn = SweepVersions(bucket, policy, now, ref budget);
            if (goesOn) SweepUploads(bucket, policy, now, ref budget);
            return goesOn;
        }
        catch (AwsException gone) when (gone.Code == "NoSuchBucket")
        {
            return true;
        }
    }

    private bool SweepVersions(StoredBucket bucket, LifecyclePolicy policy, DateTimeOffset now, ref int budget)
    {
        if (!policy.Active.Any(static active => active.Rule.Expiration is not null || active.Rule.NoncurrentVersionExpiration is not null))
        {
            return true;
        }

        VersionedSnapshot versions = bucket.Versions();
        KeyExpiry expiry = new(bucket, policy, now);
        OrderedMapCursor<byte[], StoredObject> cursor =
            _nextKey is null ? versions.Newest.First() : versions.Newest.AtLeast(new BytesProbe(_nextKey));
        for (; cursor.IsValid; cursor.MoveNext())
        {
            _nextKey = cursor.Key;
            if (budget <= 0) return false;
            List<StoredObject> older = OlderThan(versions, cursor.Key);
            budget -= 1 + older.Count;
            expiry.Apply(cursor.Key, cursor.Value, older);
        }

        _nextKey = null;
        return true;
    }

    private static List<StoredObject> OlderThan(VersionedSnapshot versions, byte[] key)
    {
        List<StoredObject> older = [];
        OrderedMapCursor<VersionKey, StoredObject> cursor = versions.Older.AtLeast(new VersionProbe(key));
        for (; cursor.IsValid && cursor.Key.Key.AsSpan().SequenceEqual(key); cursor.MoveNext()) older.Add(cursor.Value);
        return older;
    }

    private static void SweepUploads(StoredBucket bucket, LifecyclePolicy policy, DateTimeOffset now, ref int budget)
    {
        if (!policy.Active.Any(static active => active.Rule.AbortIncompleteMultipartUpload is not null)) return;
        foreach ((_, PendingUpload upload) in bucket.Uploads.Snapshot())
        {
            budget--;
            if (policy.AbortOf(upload.Key, upload.Initiated)?.Time <= now) Abort(bucket, upload);
        }
    }

    private static void Abort(StoredBucket bucket, PendingUpload upload)
    {
        try
        {
            UnwaitedChange.Leave(bucket.Uploads.AbortAsync(upload.Key, upload.UploadId, upload.Initiated));
        }
        catch (AwsException gone) when (gone.Code == "NoSuchUpload")
        {
            // It was completed or aborted while the pass was looking.
        }
    }
}
