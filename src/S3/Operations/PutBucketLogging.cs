using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketLogging. The configuration is checked and kept; no logs are written.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketLogging(BucketRegistry buckets) : PutBucketLoggingOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketLoggingRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        LoggingEnabled? logging = input.BucketLoggingStatus.LoggingEnabled;
        if (logging is not null) LoggingRules.Check(logging, bucket, buckets);

        await bucket.ConfigureAsync(configuration => configuration with { Logging = logging });
    }
}
