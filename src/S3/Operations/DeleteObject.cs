using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteObject. What is not there is deleted all the same.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteObject(BucketRegistry buckets) : DeleteObjectOperation
{
    protected override async ValueTask<DeleteObjectOutput> HandleAsync(
        DeleteObjectRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        bool hasLock = bucket.Configuration.ObjectLock is not null;
        if (input.BypassGovernanceRetention is not null && !hasLock) throw LockErrors.BypassWithoutLock();
        ObjectDeletion deletion = new(ObjectKey.Parse(input.Key), VersionId.Check(input.VersionId), exchange.Context.Time)
        {
            Condition = new(input.IfMatch, input.IfMatchLastModifiedTime, input.IfMatchSize),
            BypassesGovernance = input.BypassGovernanceRetention == true,
        };

        DeletionResult result = await bucket.DeleteAsync(deletion);

        return new DeleteObjectOutput
        {
            VersionId = result.Marker?.VersionId ?? input.VersionId,
            DeleteMarker = result.IsAboutMarker ? true : null,
        };
    }
}
