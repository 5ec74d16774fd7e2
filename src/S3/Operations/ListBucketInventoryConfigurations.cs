using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>ListBucketInventoryConfigurations: pages of 100, by id.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListBucketInventoryConfigurations(BucketRegistry buckets) : ListBucketInventoryConfigurationsOperation
{
    protected override ValueTask<ListBucketInventoryConfigurationsOutput> HandleAsync(
        ListBucketInventoryConfigurationsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        ConfigurationPage<InventoryConfiguration> page = bucket.Configuration.Inventories.Page(input.ContinuationToken);
        return ValueTask.FromResult(new ListBucketInventoryConfigurationsOutput
        {
            InventoryConfigurationList = page.Values,
            ContinuationToken = input.ContinuationToken,
            IsTruncated = page.IsTruncated,
            NextContinuationToken = page.NextToken,
        });
    }
}
