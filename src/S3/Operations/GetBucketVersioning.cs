using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketVersioning.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketVersioning(BucketRegistry buckets) : GetBucketVersioningOperation
{
    protected override ValueTask<GetBucketVersioningOutput> HandleAsync(
        GetBucketVersioningRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        return ValueTask.FromResult(new GetBucketVersioningOutput { Status = bucket.Configuration.Versioning.Name });
    }
}
