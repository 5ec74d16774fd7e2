using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteBucketLifecycle. Rules that are not there are deleted all the same.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteBucketLifecycle(BucketRegistry buckets) : DeleteBucketLifecycleOperation
{
    protected override async ValueTask HandleAsync(
        DeleteBucketLifecycleRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.ConfigureAsync(static configuration => configuration with { Lifecycle = null });
    }
}
