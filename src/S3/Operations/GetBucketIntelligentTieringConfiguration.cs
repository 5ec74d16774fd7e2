using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketIntelligentTieringConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketIntelligentTieringConfiguration(BucketRegistry buckets) : GetBucketIntelligentTieringConfigurationOperation
{
    protected override ValueTask<GetBucketIntelligentTieringConfigurationOutput> HandleAsync(
        GetBucketIntelligentTieringConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        IntelligentTieringConfiguration found = bucket.Configuration.Tierings.Find(input.Id);
        return ValueTask.FromResult(new GetBucketIntelligentTieringConfigurationOutput { IntelligentTieringConfiguration = found });
    }
}
