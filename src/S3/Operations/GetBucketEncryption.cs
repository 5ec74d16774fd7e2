using RustStack.S3.Buckets;
using RustStack.S3.Encryption;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketEncryption. Every bucket encrypts: without a configuration, with keys of S3's own.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketEncryption(BucketRegistry buckets) : GetBucketEncryptionOperation
{
    protected override ValueTask<GetBucketEncryptionOutput> HandleAsync(
        GetBucketEncryptionRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        ServerSideEncryptionRule rule = bucket.Configuration.Encryption ?? BucketEncryption.Default;
        return ValueTask.FromResult(new GetBucketEncryptionOutput
        {
            ServerSideEncryptionConfiguration = new() { Rules = [rule] },
        });
    }
}
