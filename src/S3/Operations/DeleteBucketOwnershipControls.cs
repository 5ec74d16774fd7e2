using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteBucketOwnershipControls: ACLs count afterwards, and the writer of an object owns it.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteBucketOwnershipControls(BucketRegistry buckets) : DeleteBucketOwnershipControlsOperation
{
    protected override async ValueTask HandleAsync(
        DeleteBucketOwnershipControlsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.ConfigureAsync(static configuration => configuration with { Acl = configuration.Acl.WithOwnership(null) });
    }
}
