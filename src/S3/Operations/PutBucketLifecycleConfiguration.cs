using RustStack.Core.Ids;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Lifecycle;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketLifecycleConfiguration: the rules take the place of all that were there.</summary>
/// <param name="buckets">The buckets.</param>
/// <param name="ids">Names the rules that have no id.</param>
internal sealed class PutBucketLifecycleConfiguration(BucketRegistry buckets, IdSource ids) : PutBucketLifecycleConfigurationOperation
{
    protected override async ValueTask<PutBucketLifecycleConfigurationOutput> HandleAsync(
        PutBucketLifecycleConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        BucketLifecycleConfiguration document = input.LifecycleConfiguration ?? throw ProtocolErrors.MissingRequestBody();
        LifecyclePolicy policy = LifecycleRules.Check(document.Rules, input.TransitionDefaultMinimumObjectSize, ids);
        await bucket.ConfigureAsync(configuration => configuration with { Lifecycle = policy });
        return new PutBucketLifecycleConfigurationOutput { TransitionDefaultMinimumObjectSize = policy.MinimumSize };
    }
}
