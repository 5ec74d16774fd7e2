using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteBucketIntelligentTieringConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteBucketIntelligentTieringConfiguration(BucketRegistry buckets) : DeleteBucketIntelligentTieringConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        DeleteBucketIntelligentTieringConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.ConfigureAsync(configuration => configuration with { Tierings = configuration.Tierings.Without(input.Id) });
    }
}
