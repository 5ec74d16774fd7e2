using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteBucketAnalyticsConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteBucketAnalyticsConfiguration(BucketRegistry buckets) : DeleteBucketAnalyticsConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        DeleteBucketAnalyticsConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.ConfigureAsync(configuration => configuration with { Analytics = configuration.Analytics.Without(input.Id) });
    }
}
