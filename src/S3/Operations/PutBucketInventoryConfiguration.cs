using Microsoft.AspNetCore.Http;
using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketInventoryConfiguration. The configuration is checked and kept; no inventory is written.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketInventoryConfiguration(BucketRegistry buckets) : PutBucketInventoryConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketInventoryConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        InventoryConfiguration put = input.InventoryConfiguration;
        InventoryRules.Check(put);

        await bucket.ConfigureAsync(configuration => configuration with { Inventories = configuration.Inventories.With(input.Id, put.Id!, put) });

        exchange.StatusCode = StatusCodes.Status204NoContent;
    }
}
