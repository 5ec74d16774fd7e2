using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Locking;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetObjectLockConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetObjectLockConfiguration(BucketRegistry buckets) : GetObjectLockConfigurationOperation
{
    protected override ValueTask<GetObjectLockConfigurationOutput> HandleAsync(
        GetObjectLockConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        BucketLock bucketLock = bucket.Configuration.ObjectLock ?? throw LockErrors.NoBucketConfiguration(bucket.Name);
        return ValueTask.FromResult(new GetObjectLockConfigurationOutput
        {
            ObjectLockConfiguration = new() { ObjectLockEnabled = "Enabled", Rule = Describe(bucketLock.Default) },
        });
    }

    private static ObjectLockRule? Describe(DefaultPeriod? period) => period is null ? null : new()
    {
        DefaultRetention = new() { Mode = period.Mode.Name, Days = period.Days, Years = period.Years },
    };
}
