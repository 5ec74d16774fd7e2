using Microsoft.AspNetCore.Http;
using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketAnalyticsConfiguration. The configuration is checked and kept; nothing is analyzed.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketAnalyticsConfiguration(BucketRegistry buckets) : PutBucketAnalyticsConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketAnalyticsConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        AnalyticsConfiguration put = input.AnalyticsConfiguration;
        AnalyticsRules.Check(put);

        await bucket.ConfigureAsync(configuration => configuration with { Analytics = configuration.Analytics.With(input.Id, put.Id!, put) });

        exchange.StatusCode = StatusCodes.Status204NoContent;
    }
}
