using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketInventoryConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketInventoryConfiguration(BucketRegistry buckets) : GetBucketInventoryConfigurationOperation
{
    protected override ValueTask<GetBucketInventoryConfigurationOutput> HandleAsync(
        GetBucketInventoryConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        InventoryConfiguration found = bucket.Configuration.Inventories.Find(input.Id);
        return ValueTask.FromResult(new GetBucketInventoryConfigurationOutput { InventoryConfiguration = found });
    }
}
