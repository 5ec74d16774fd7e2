using RustStack.Core.Ids;
using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketNotificationConfiguration. The configuration is checked and kept; there is nobody to notify.</summary>
/// <param name="buckets">The buckets.</param>
/// <param name="ids">Gives what has no id one.</param>
internal sealed class PutBucketNotificationConfiguration(BucketRegistry buckets, IdSource ids) : PutBucketNotificationConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketNotificationConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        NotificationConfiguration notification = NotificationRules.Check(input.NotificationConfiguration, bucket.Region, ids);

        await bucket.ConfigureAsync(configuration => configuration with { Notification = notification });
    }
}
