using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteBucketMetricsConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteBucketMetricsConfiguration(BucketRegistry buckets) : DeleteBucketMetricsConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        DeleteBucketMetricsConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.ConfigureAsync(configuration => configuration with { Metrics = configuration.Metrics.Without(input.Id) });
    }
}
