using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeletePublicAccessBlock. Deleting what is not there is fine.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeletePublicAccessBlock(BucketRegistry buckets) : DeletePublicAccessBlockOperation
{
    protected override async ValueTask HandleAsync(
        DeletePublicAccessBlockRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.ConfigureAsync(static configuration => configuration with { PublicAccessBlock = null });
    }
}
