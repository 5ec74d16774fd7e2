using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteBucketWebsite. A configuration that is not there is deleted all the same.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteBucketWebsite(BucketRegistry buckets) : DeleteBucketWebsiteOperation
{
    protected override async ValueTask HandleAsync(
        DeleteBucketWebsiteRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.ConfigureAsync(static configuration => configuration with { Website = null });
    }
}
