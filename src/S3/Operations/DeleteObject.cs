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
    protected override ValueTask<DeleteObjectOutput> HandleAsync(
        DeleteObjectRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        if (input.BypassGovernanceRetention is not null) throw ObjectErrors.BypassWithoutLock();
        DeleteCondition condition = new(input.IfMatch, input.IfMatchLastModifiedTime, input.IfMatchSize);

        bucket.Delete(ObjectKey.Parse(input.Key), input.VersionId, condition);

        return ValueTask.FromResult(new DeleteObjectOutput());
    }
}
