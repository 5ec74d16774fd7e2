using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutPublicAccessBlock. What is not named is off.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutPublicAccessBlock(BucketRegistry buckets) : PutPublicAccessBlockOperation
{
    protected override async ValueTask HandleAsync(
        PutPublicAccessBlockRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        PublicAccessBlockConfiguration block = PublicAccess.Complete(input.PublicAccessBlockConfiguration);

        await bucket.ConfigureAsync(configuration => configuration with { PublicAccessBlock = block });
    }
}
