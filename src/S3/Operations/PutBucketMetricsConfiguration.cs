using Microsoft.AspNetCore.Http;
using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketMetricsConfiguration. The configuration is checked and kept; nothing is measured.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketMetricsConfiguration(BucketRegistry buckets) : PutBucketMetricsConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketMetricsConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        MetricsConfiguration put = input.MetricsConfiguration;
        MetricsRules.Check(put);

        await bucket.ConfigureAsync(configuration => configuration with { Metrics = configuration.Metrics.With(input.Id, put.Id!, put) });

        exchange.StatusCode = StatusCodes.Status204NoContent;
    }
}
