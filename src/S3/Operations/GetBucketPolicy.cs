using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Policies;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketPolicy: the policy as it was put.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketPolicy(BucketRegistry buckets) : GetBucketPolicyOperation
{
    protected override ValueTask<GetBucketPolicyOutput> HandleAsync(
        GetBucketPolicyRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        BucketPolicy policy = bucket.Configuration.Policy ?? throw PolicyErrors.NotFound(bucket.Name);
        return ValueTask.FromResult(new GetBucketPolicyOutput { Policy = policy.Text });
    }
}
