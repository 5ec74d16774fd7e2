using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketCors.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketCors(BucketRegistry buckets) : GetBucketCorsOperation
{
    protected override ValueTask<GetBucketCorsOutput> HandleAsync(
        GetBucketCorsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        IReadOnlyList<CORSRule> rules = bucket.Configuration.Cors ?? throw CorsErrors.NoConfiguration(bucket.Name);
        return ValueTask.FromResult(new GetBucketCorsOutput { CORSRules = rules });
    }
}
