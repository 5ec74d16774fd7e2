using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetObjectLegalHold.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetObjectLegalHold(BucketRegistry buckets) : GetObjectLegalHoldOperation
{
    protected override ValueTask<GetObjectLegalHoldOutput> HandleAsync(
        GetObjectLegalHoldRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        if (bucket.Configuration.ObjectLock is null) throw LockErrors.BucketWithoutLock();
        using ObjectLease lease = bucket.Lease(ObjectReference.Parse(exchange, input.VersionId));
        string status = lease.Version.Properties.Lock.LegalHoldStatus ?? throw LockErrors.NoObjectConfiguration();
        return ValueTask.FromResult(new GetObjectLegalHoldOutput { LegalHold = new() { Status = status } });
    }
}
