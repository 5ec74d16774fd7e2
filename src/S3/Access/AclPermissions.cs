using RustStack.S3.Generated;

namespace RustStack.S3.Access;

/// <summary>
/// The permissions of ACLs and the actions that they stand for (Amazon S3 user guide, "Access control list (ACL) overview", mapping of ACL
/// permissions and access policy permissions).
/// </summary>
internal static class AclPermissions
{
    /// <summary>The permission of a bucket's ACL that allows an action.</summary>
    /// <param name="action">The action.</param>
    /// <returns>A value of <see cref="Permission"/>; null when no ACL of a bucket allows it.</returns>
    public static string? OfBucket(string action) => action switch
    {
        "s3:ListBucket" or "s3:ListBucketVersions" or "s3:ListBucketMultipartUploads" => Permission.Read,
        "s3:PutObject" => Permission.Write,
        "s3:GetBucketAcl" => Permission.ReadAcp,
        "s3:PutBucketAcl" => Permission.WriteAcp,
        _ => null,
    };

    /// <summary>The permission of an object's ACL that allows an action.</summary>
    /// <param name="action">The action.</param>
    /// <returns>A value of <see cref="Permission"/>; null when no ACL of an object allows it.</returns>
    public static string? OfObject(string action) => action switch
    {
        "s3:GetObject" or "s3:GetObjectVersion" => Permission.Read,
        "s3:GetObjectAcl" or "s3:GetObjectVersionAcl" => Permission.ReadAcp,
        "s3:PutObjectAcl" or "s3:PutObjectVersionAcl" => Permission.WriteAcp,
        _ => null,
    };

    /// <summary>Whether an ACL grants a permission to everyone.</summary>
    /// <param name="acl">The ACL.</param>
    /// <param name="permission">The permission.</param>
    /// <returns>True when it does.</returns>
    public static bool GrantsEveryone(AccessControlList acl, string permission)
    {
        foreach (AclGrant grant in acl.Grants)
        {
            bool isEnough = grant.Permission == permission || grant.Permission == Permission.FullControl;
            if (isEnough && grant.Grantee == AclGrantee.AllUsers) return true;
        }

        return false;
    }
}
