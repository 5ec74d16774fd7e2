using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketWebsite.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketWebsite(BucketRegistry buckets) : GetBucketWebsiteOperation
{
    protected override ValueTask<GetBucketWebsiteOutput> HandleAsync(
        GetBucketWebsiteRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        WebsiteConfiguration website = bucket.Configuration.Website ?? throw WebsiteErrors.NoConfiguration(bucket.Name);
        return ValueTask.FromResult(new GetBucketWebsiteOutput
        {
            RedirectAllRequestsTo = website.RedirectAllRequestsTo,
            IndexDocument = website.IndexDocument,
            ErrorDocument = website.ErrorDocument,
            RoutingRules = website.RoutingRules,
        });
    }
}
