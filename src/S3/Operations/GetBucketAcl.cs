using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketAcl.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketAcl(BucketRegistry buckets) : GetBucketAclOperation
{
    protected override ValueTask<GetBucketAclOutput> HandleAsync(
        GetBucketAclRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        AccessControlList acl = bucket.Configuration.Acl.Effective;
        return ValueTask.FromResult(new GetBucketAclOutput { Owner = acl.Owner, Grants = acl.Describe() });
    }
}
