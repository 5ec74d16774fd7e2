using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketRequestPayment.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketRequestPayment(BucketRegistry buckets) : GetBucketRequestPaymentOperation
{
    protected override ValueTask<GetBucketRequestPaymentOutput> HandleAsync(
        GetBucketRequestPaymentRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        return ValueTask.FromResult(new GetBucketRequestPaymentOutput { Payer = bucket.Configuration.Payer });
    }
}
