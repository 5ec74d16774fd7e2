using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteBucket. A bucket that is not empty is refused before anything of it is touched.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteBucket(BucketRegistry buckets) : DeleteBucketOperation
{
    protected override async ValueTask HandleAsync(DeleteBucketRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        await buckets.DeleteAsync(buckets.Find(input.Bucket, input.ExpectedBucketOwner));
    }
}
