using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketMetricsConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketMetricsConfiguration(BucketRegistry buckets) : GetBucketMetricsConfigurationOperation
{
    protected override ValueTask<GetBucketMetricsConfigurationOutput> HandleAsync(
        GetBucketMetricsConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        MetricsConfiguration found = bucket.Configuration.Metrics.Find(input.Id);
        return ValueTask.FromResult(new GetBucketMetricsConfigurationOutput { MetricsConfiguration = found });
    }
}
