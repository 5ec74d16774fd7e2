using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketNotificationConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketNotificationConfiguration(BucketRegistry buckets) : GetBucketNotificationConfigurationOperation
{
    protected override ValueTask<NotificationConfiguration> HandleAsync(
        GetBucketNotificationConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        return ValueTask.FromResult(bucket.Configuration.Notification);
    }
}
