using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteBucketEncryption: the bucket goes back to S3's own default.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteBucketEncryption(BucketRegistry buckets) : DeleteBucketEncryptionOperation
{
    protected override async ValueTask HandleAsync(
        DeleteBucketEncryptionRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.ConfigureAsync(static configuration => configuration with { Encryption = null });
    }
}
