using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteBucketInventoryConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteBucketInventoryConfiguration(BucketRegistry buckets) : DeleteBucketInventoryConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        DeleteBucketInventoryConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.ConfigureAsync(configuration => configuration with { Inventories = configuration.Inventories.Without(input.Id) });
    }
}
