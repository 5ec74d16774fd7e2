using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketLogging.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketLogging(BucketRegistry buckets) : GetBucketLoggingOperation
{
    protected override ValueTask<GetBucketLoggingOutput> HandleAsync(
        GetBucketLoggingRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        return ValueTask.FromResult(new GetBucketLoggingOutput { LoggingEnabled = bucket.Configuration.Logging });
    }
}
