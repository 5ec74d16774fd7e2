using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketLocation.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketLocation(BucketRegistry buckets) : GetBucketLocationOperation
{
    protected override ValueTask<GetBucketLocationOutput> HandleAsync(
        GetBucketLocationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        return ValueTask.FromResult(new GetBucketLocationOutput { LocationConstraint = BucketRegion.Constraint(bucket) });
    }
}
