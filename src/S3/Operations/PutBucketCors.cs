using RustStack.S3.Buckets;
using RustStack.S3.Cors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketCors: the rules take the place of all that were there.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketCors(BucketRegistry buckets) : PutBucketCorsOperation
{
    protected override async ValueTask HandleAsync(PutBucketCorsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        IReadOnlyList<CORSRule> rules = CorsRules.Check(input.CORSConfiguration.CORSRules!);
        await bucket.ConfigureAsync(configuration => configuration with { Cors = rules });
    }
}
