using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;
using RustStack.S3.Website;

namespace RustStack.S3.Operations;

/// <summary>PutBucketWebsite.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketWebsite(BucketRegistry buckets) : PutBucketWebsiteOperation
{
    protected override async ValueTask HandleAsync(PutBucketWebsiteRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        WebsiteConfiguration website = WebsiteRules.Check(input.WebsiteConfiguration);
        await bucket.ConfigureAsync(configuration => configuration with { Website = website });
    }
}
