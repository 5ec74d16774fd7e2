using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Locking;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetObjectRetention.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetObjectRetention(BucketRegistry buckets) : GetObjectRetentionOperation
{
    protected override ValueTask<GetObjectRetentionOutput> HandleAsync(
        GetObjectRetentionRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        if (bucket.Configuration.ObjectLock is null) throw LockErrors.BucketWithoutLock();
        using ObjectLease lease = bucket.Lease(ObjectReference.Parse(exchange, input.VersionId));
        Retention retention = lease.Version.Properties.Lock.Retention ?? throw LockErrors.NoObjectConfiguration();
        return ValueTask.FromResult(new GetObjectRetentionOutput
        {
            Retention = new() { Mode = retention.Mode.Name, RetainUntilDate = retention.Until },
        });
    }
}
