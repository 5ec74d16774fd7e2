using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketRequestPayment. The payer is kept; nobody is charged.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketRequestPayment(BucketRegistry buckets) : PutBucketRequestPaymentOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketRequestPaymentRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        string payer = input.RequestPaymentConfiguration.Payer;
        DocumentRules.CheckOneOf(payer, Payer.Values);

        await bucket.ConfigureAsync(configuration => configuration with { Payer = payer });
    }
}
