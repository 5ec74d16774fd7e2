using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetPublicAccessBlock.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetPublicAccessBlock(BucketRegistry buckets) : GetPublicAccessBlockOperation
{
    protected override ValueTask<GetPublicAccessBlockOutput> HandleAsync(
        GetPublicAccessBlockRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        PublicAccessBlockConfiguration block =
            bucket.Configuration.PublicAccessBlock ?? throw ConfigurationErrors.NoSuchPublicAccessBlock(bucket.Name);
        return ValueTask.FromResult(new GetPublicAccessBlockOutput { PublicAccessBlockConfiguration = block });
    }
}
