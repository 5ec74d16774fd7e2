using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>A bucket was created; loading gives it with what it is configured with by then.</summary>
/// <param name="BucketId">Its id, which no other bucket ever has: a bucket that is created again is another one.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnerAccountId">The account that created it.</param>
/// <param name="Region">Where it is.</param>
/// <param name="CreationTime">When it was created.</param>
/// <param name="Configuration">A <see cref="Documents.BucketConfigurationDocument"/>.</param>
public sealed record SavedBucket(
    long BucketId, string Name, string OwnerAccountId, string Region, DateTimeOffset CreationTime, byte[] Configuration) : JournalRecord;
