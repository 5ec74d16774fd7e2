using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Access;

/// <summary>The predefined ACLs (Amazon S3 user guide, "Canned ACL").</summary>
internal static class CannedAcl
{
    /// <summary>The account that reads AMI bundles for Amazon EC2.</summary>
    private static readonly AclGrantee Ec2 = AclGrantee.User("6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c");

    /// <summary>The ACL of a bucket.</summary>
    /// <param name="name">The canned ACL.</param>
    /// <param name="ownerId">The bucket's owner.</param>
    /// <returns>What it stands for.</returns>
    /// <exception cref="Core.Errors.AwsException">There is none of that name for buckets.</exception>
    public static AccessControlList OfBucket(string name, string ownerId) => name switch
    {
        "private" or "bucket-owner-read" or "bucket-owner-full-control" => Of(ownerId),
        "log-delivery-write" => Of(
            ownerId, new(AclGrantee.LogDelivery, Permission.Write), new(AclGrantee.LogDelivery, Permission.ReadAcp)),
        _ => OfEither(name, ownerId),
    };

    /// <summary>The ACL of an object.</summary>
    /// <param name="name">The canned ACL.</param>
    /// <param name="ownerId">The object's owner.</param>
    /// <param name="bucketOwnerId">The bucket's owner.</param>
    /// <returns>What it stands for.</returns>
    /// <exception cref="Core.Errors.AwsException">There is none of that name for objects.</exception>
    public static AccessControlList OfObject(string name, string ownerId, string bucketOwnerId)
    {
        string? forBucketOwner = name switch
        {
            "bucket-owner-read" => Permission.Read,
            "bucket-owner-full-control" => Permission.FullControl,
            _ => null,
        };
        if (name == "private" || forBucketOwner is not null && bucketOwnerId == ownerId) return Of(ownerId);
        return forBucketOwner is null
            ? OfEither(name, ownerId)
            : Of(ownerId, new AclGrant(AclGrantee.User(bucketOwnerId), forBucketOwner));
    }

    private static AccessControlList OfEither(string name, string ownerId) => name switch
    {
        "public-read" => Of(ownerId, new AclGrant(AclGrantee.AllUsers, Permission.Read)),
        "public-read-write" => Of(
            ownerId, new(AclGrantee.AllUsers, Permission.Read), new(AclGrantee.AllUsers, Permission.Write)),
        "authenticated-read" => Of(ownerId, new AclGrant(AclGrantee.AuthenticatedUsers, Permission.Read)),
        "aws-exec-read" => Of(ownerId, new AclGrant(Ec2, Permission.Read)),
        _ => throw AccessErrors.UnknownCannedAcl(name),
    };

    private static AccessControlList Of(string ownerId, params AclGrant[] grants)
    {
        AccessControlList owners = AccessControlList.Private(ownerId);
        return owners with { Grants = [.. owners.Grants, .. grants] };
    }
}
