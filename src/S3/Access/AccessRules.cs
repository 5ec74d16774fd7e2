using RustStack.Core.Errors;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Objects;
using RustStack.S3.Signing;

namespace RustStack.S3.Access;

/// <summary>
/// Who may do what with a bucket and its objects: callers with a signature everything that the bucket's policy does not deny them,
/// anonymous ones only what a policy or an ACL allows everyone (Amazon S3 user guide, "How Amazon S3 authorizes a request").
/// </summary>
internal static class AccessRules
{
    private const string ListAction = "s3:ListBucket";

    /// <summary>Refuses what a caller may not do.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">What is asked.</param>
    /// <param name="key">The object that it is asked for; null for the bucket.</param>
    /// <param name="versionId">The object's version; null for the newest.</param>
    /// <exception cref="AwsException">AccessDenied.</exception>
    public static void Check(StoredBucket bucket, Caller caller, string action, string? key = null, string? versionId = null)
    {
        string resource = ResourceOf(bucket, key);
        if (IsDenied(bucket, caller, action, resource) && caller.AccountId == bucket.OwnerAccountId)
        {
            throw AccessErrors.ExplicitlyDenied(bucket.OwnerAccountId, action, resource);
        }

        if (!Allows(bucket, caller, action, key, versionId)) throw RequestErrors.AccessDenied();
    }

    /// <summary>Whether a caller may do something.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">What is asked.</param>
    /// <param name="key">The object that it is asked for; null for the bucket.</param>
    /// <param name="versionId">The object's version; null for the newest.</param>
    /// <returns>True when the caller may.</returns>
    public static bool Allows(StoredBucket bucket, Caller caller, string action, string? key, string? versionId = null)
    {
        string resource = ResourceOf(bucket, key);
        if (IsDenied(bucket, caller, action, resource)) return false;
        return caller.Signer is not null || IsPublic(bucket, action, resource, key, versionId);
    }

    /// <summary>Whether a caller may know that a key is not there.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="caller">Who asks.</param>
    /// <returns>False when the caller may not list the bucket.</returns>
    public static bool MayKnowOfAbsence(StoredBucket bucket, Caller caller) => Allows(bucket, caller, ListAction, key: null);

    private static bool IsDenied(StoredBucket bucket, Caller caller, string action, string resource) =>
        bucket.Configuration.Policy?.Denies(caller.AccountId, action, resource) == true && !IsOwnersOwn(bucket, caller, action);

    /// <summary>A policy cannot lock out the root user of the bucket's account, which callers are: it may always read and change it.</summary>
    private static bool IsOwnersOwn(StoredBucket bucket, Caller caller, string action) =>
        caller.AccountId == bucket.OwnerAccountId && action is ("s3:GetBucketPolicy" or "s3:PutBucketPolicy" or "s3:DeleteBucketPolicy");

    private static bool IsPublic(StoredBucket bucket, string action, string resource, string? key, string? versionId)
    {
        BucketConfiguration configuration = bucket.Configuration;
        if (configuration.Policy is { } policy)
        {
            bool isRestricted = policy.IsPublic && configuration.PublicAccessBlock?.RestrictPublicBuckets == true;
            if (!isRestricted && policy.Allows(null, action, resource)) return true;
        }

        if (configuration.PublicAccessBlock?.IgnorePublicAcls == true || configuration.Acl.IsOwnerEnforced) return false;
        if (AclPermissions.OfBucket(action) is { } ofBucket) return AclPermissions.GrantsEveryone(configuration.Acl.Effective, ofBucket);
        return AclPermissions.OfObject(action) is { } ofObject && key is not null && IsObjectPublic(bucket, key, versionId, ofObject);
    }

    /// <summary>An object that is not there has no ACL: nobody is allowed anything with it.</summary>
    private static bool IsObjectPublic(StoredBucket bucket, string key, string? versionId, string permission)
    {
        try
        {
            ObjectReference reference = new(ObjectKey.Parse(key), VersionId.Check(versionId), Method: null);
            using ObjectLease lease = bucket.Lease(reference);
            return AclPermissions.GrantsEveryone(bucket.Configuration.Acl.Of(lease.Version.Properties.Acl), permission);
        }
        catch (AwsException)
        {
            return false;
        }
    }

    private static string ResourceOf(StoredBucket bucket, string? key) =>
        key is null ? BucketArn.Of(bucket.Name) : $"{BucketArn.Of(bucket.Name)}/{key}";
}
