using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketAcl. ACLs are kept and given back; requests are not authorized by them.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketAcl(BucketRegistry buckets) : PutBucketAclOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketAclRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        AclRequest request = AclRequest.Read(exchange, input.AccessControlPolicy);

        await bucket.ConfigureAsync(configuration =>
        {
            configuration.Acl.CheckMayChange();
            AccessControlList list = request.ForBucket(configuration.Acl.List.OwnerId);
            PublicAccess.CheckAcl(configuration, list, exchange.Context.AccountId, "s3:PutBucketAcl", BucketArn.Of(bucket.Name));
            return configuration with { Acl = configuration.Acl with { List = list } };
        });
    }
}
