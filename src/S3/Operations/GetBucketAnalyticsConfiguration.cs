using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketAnalyticsConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketAnalyticsConfiguration(BucketRegistry buckets) : GetBucketAnalyticsConfigurationOperation
{
    protected override ValueTask<GetBucketAnalyticsConfigurationOutput> HandleAsync(
        GetBucketAnalyticsConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        AnalyticsConfiguration found = bucket.Configuration.Analytics.Find(input.Id);
        return ValueTask.FromResult(new GetBucketAnalyticsConfigurationOutput { AnalyticsConfiguration = found });
    }
}
