using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>ListBucketIntelligentTieringConfigurations: pages of 100, by id.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListBucketIntelligentTieringConfigurations(BucketRegistry buckets) : ListBucketIntelligentTieringConfigurationsOperation
{
    protected override ValueTask<ListBucketIntelligentTieringConfigurationsOutput> HandleAsync(
        ListBucketIntelligentTieringConfigurationsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        ConfigurationPage<IntelligentTieringConfiguration> page = bucket.Configuration.Tierings.Page(input.ContinuationToken);
        return ValueTask.FromResult(new ListBucketIntelligentTieringConfigurationsOutput
        {
            IntelligentTieringConfigurationList = page.Values,
            ContinuationToken = input.ContinuationToken,
            IsTruncated = page.IsTruncated,
            NextContinuationToken = page.NextToken,
        });
    }
}
