using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetObjectAcl.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetObjectAcl(BucketRegistry buckets) : GetObjectAclOperation
{
    protected override ValueTask<GetObjectAclOutput> HandleAsync(
        GetObjectAclRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        using ObjectLease lease = bucket.Lease(ObjectReference.Parse(exchange, input.VersionId));
        AccessControlList acl = bucket.Configuration.Acl.Of(lease.Version.Properties.Acl);
        return ValueTask.FromResult(new GetObjectAclOutput { Owner = acl.Owner, Grants = acl.Describe() });
    }
}
