using RustStack.S3.Buckets;
using RustStack.S3.Objects;

namespace RustStack.S3.Lifecycle;

/// <summary>Applies lifecycle rules to the versions of one key.</summary>
/// <param name="bucket">The bucket.</param>
/// <param name="policy">Its rules.</param>
/// <param name="now">The time of the pass.</param>
internal readonly struct KeyExpiry(StoredBucket bucket, LifecyclePolicy policy, DateTimeOffset now)
{
    /// <summary>Applies the rules.</summary>
    /// <param name="key">The key.</param>
    /// <param name="newest">Its newest version.</param>
    /// <param name="older">The versions below, from the newest to the oldest.</param>
    public void Apply(byte[] key, StoredObject newest, IReadOnlyList<StoredObject> older)
    {
        StoredObject successor = newest;
        for (int i = 0; i < older.Count; i++)
        {
            if (IsNoncurrentDue(key, older[i], successor.LastModified, i)) Expire(key, older[i], isNewest: false);
            successor = older[i];
        }

        bool isDue = newest.IsDeleteMarker ? older.Count == 0 && IsMarkerDue(key, newest) : policy.ExpiryOf(key, newest)?.Time <= now;
        if (isDue) Expire(key, newest, isNewest: true);
    }

    private void Expire(byte[] key, StoredObject version, bool isNewest) =>
        UnwaitedChange.Leave(bucket.ExpireAsync(key, version, isNewest, now));

    /// <summary>Whether a version that is not the newest has been so for long enough, with enough others between.</summary>
    private bool IsNoncurrentDue(byte[] key, StoredObject version, DateTimeOffset since, int newerNoncurrent)
    {
        foreach (ActiveRule active in policy.Active)
        {
            if (active.Rule.NoncurrentVersionExpiration is not { NoncurrentDays: { } days } expiration) continue;
            bool isDue = newerNoncurrent >= (expiration.NewerNoncurrentVersions ?? 0)
                && LifecyclePolicy.DueAfter(since, days) <= now
                && active.AppliesTo(key, version);
            if (isDue) return true;
        }

        return false;
    }

    /// <summary>Whether a delete marker goes below which nothing is left: on request, or by age like an object.</summary>
    private bool IsMarkerDue(byte[] key, StoredObject marker)
    {
        foreach (ActiveRule active in policy.Active)
        {
            if (active.Rule.Expiration?.ExpiredObjectDeleteMarker == true && active.AppliesTo(key, marker)) return true;
        }

        return policy.ExpiryOf(key, marker)?.Time <= now;
    }
}
