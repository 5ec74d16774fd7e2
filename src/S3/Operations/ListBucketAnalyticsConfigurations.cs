using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>ListBucketAnalyticsConfigurations: pages of 100, by id.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListBucketAnalyticsConfigurations(BucketRegistry buckets) : ListBucketAnalyticsConfigurationsOperation
{
    protected override ValueTask<ListBucketAnalyticsConfigurationsOutput> HandleAsync(
        ListBucketAnalyticsConfigurationsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        ConfigurationPage<AnalyticsConfiguration> page = bucket.Configuration.Analytics.Page(input.ContinuationToken);
        return ValueTask.FromResult(new ListBucketAnalyticsConfigurationsOutput
        {
            AnalyticsConfigurationList = page.Values,
            ContinuationToken = input.ContinuationToken,
            IsTruncated = page.IsTruncated,
            NextContinuationToken = page.NextToken,
        });
    }
}
