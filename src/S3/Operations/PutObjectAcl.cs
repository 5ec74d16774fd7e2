using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutObjectAcl. The version stays the version it is.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutObjectAcl(BucketRegistry buckets) : PutObjectAclOperation
{
    protected override async ValueTask<PutObjectAclOutput> HandleAsync(
        PutObjectAclRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        AclRequest request = AclRequest.Read(exchange, input.AccessControlPolicy);

        await bucket.UpdateAsync(ObjectReference.Parse(exchange, input.VersionId), properties =>
        {
            BucketConfiguration configuration = bucket.Configuration;
            configuration.Acl.CheckMayChange();
            string bucketOwnerId = configuration.Acl.List.OwnerId;
            AccessControlList acl = request.ForObject(properties.Acl?.OwnerId ?? bucketOwnerId, bucketOwnerId);
            string resource = $"{BucketArn.Of(bucket.Name)}/{input.Key}";
            PublicAccess.CheckAcl(configuration, acl, exchange.Context.AccountId, "s3:PutObjectAcl", resource);
            return properties with { Acl = acl };
        });

        return new PutObjectAclOutput();
    }
}
