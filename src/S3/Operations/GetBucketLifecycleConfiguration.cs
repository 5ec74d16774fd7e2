using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Lifecycle;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketLifecycleConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketLifecycleConfiguration(BucketRegistry buckets) : GetBucketLifecycleConfigurationOperation
{
    protected override ValueTask<GetBucketLifecycleConfigurationOutput> HandleAsync(
        GetBucketLifecycleConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        LifecyclePolicy policy = bucket.Configuration.Lifecycle ?? throw LifecycleErrors.NoConfiguration(bucket.Name);
        return ValueTask.FromResult(new GetBucketLifecycleConfigurationOutput
        {
            Rules = policy.Rules,
            TransitionDefaultMinimumObjectSize = policy.MinimumSize,
        });
    }
}
