using RustStack.S3.Buckets;
using RustStack.S3.Encryption;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketEncryption. Objects that are there already stay as they are.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketEncryption(BucketRegistry buckets) : PutBucketEncryptionOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketEncryptionRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        ServerSideEncryptionRule rule = BucketEncryption.Check(input.ServerSideEncryptionConfiguration);
        await bucket.ConfigureAsync(configuration => configuration with { Encryption = rule });
    }
}
