using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>HeadBucket.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class HeadBucket(BucketRegistry buckets) : HeadBucketOperation
{
    protected override ValueTask<HeadBucketOutput> HandleAsync(
        HeadBucketRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        return ValueTask.FromResult(new HeadBucketOutput
        {
            BucketArn = BucketArn.Of(bucket.Name),
            BucketRegion = bucket.Region,
            AccessPointAlias = false,
        });
    }
}
