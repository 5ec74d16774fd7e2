using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketAccelerateConfiguration. The status is kept; there is no other endpoint.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketAccelerateConfiguration(BucketRegistry buckets) : PutBucketAccelerateConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketAccelerateConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        string? status = input.AccelerateConfiguration.Status;
        DocumentRules.CheckOneOf(status, BucketAccelerateStatus.Values);
        if (bucket.Name.Contains('.', StringComparison.Ordinal)) throw ConfigurationErrors.NoAcceleration();

        await bucket.ConfigureAsync(configuration => configuration with { AccelerateStatus = status });
    }
}
