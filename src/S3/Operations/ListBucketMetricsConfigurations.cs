using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>ListBucketMetricsConfigurations: pages of 100, by id.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListBucketMetricsConfigurations(BucketRegistry buckets) : ListBucketMetricsConfigurationsOperation
{
    protected override ValueTask<ListBucketMetricsConfigurationsOutput> HandleAsync(
        ListBucketMetricsConfigurationsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        ConfigurationPage<MetricsConfiguration> page = bucket.Configuration.Metrics.Page(input.ContinuationToken);
        return ValueTask.FromResult(new ListBucketMetricsConfigurationsOutput
        {
            MetricsConfigurationList = page.Values,
            ContinuationToken = input.ContinuationToken,
            IsTruncated = page.IsTruncated,
            NextContinuationToken = page.NextToken,
        });
    }
}
