using RustStack.Core.Errors;
using RustStack.S3.Errors;

namespace RustStack.S3.Buckets;

/// <summary>
/// Who owns the objects of a bucket, and so whether ACLs count (Amazon S3 user guide, "Controlling ownership of objects").
/// </summary>
/// <param name="Ownership">The value of <c>x-amz-object-ownership</c>.</param>
/// <param name="CannedAcl">The canned ACL that the bucket was created with.</param>
internal sealed record BucketAcl(string Ownership, string CannedAcl)
{
    private const string OwnerEnforced = "BucketOwnerEnforced";
    private const string Private = "private";

    private bool IsOwnerEnforced => Ownership == OwnerEnforced;

    /// <summary>Reads the ownership and the ACL of a new bucket.</summary>
    /// <param name="ownership"><c>x-amz-object-ownership</c>, or null.</param>
    /// <param name="cannedAcl"><c>x-amz-acl</c>, or null.</param>
    /// <returns>Both, with S3's defaults.</returns>
    /// <exception cref="AwsException">A name is unknown, or the ownership rules the ACL out.</exception>
    public static BucketAcl Parse(string? ownership, string? cannedAcl)
    {
        if (ownership is not (null or OwnerEnforced or "BucketOwnerPreferred" or "ObjectWriter"))
        {
            throw RequestErrors.InvalidArgument("Invalid x-amz-object-ownership header: " + ownership, "x-amz-object-ownership", ownership);
        }

        BucketAcl acl = new(ownership ?? OwnerEnforced, cannedAcl ?? Private);
        if (acl.CannedAcl == Private) return acl;
        if (acl.CannedAcl is not ("public-read" or "public-read-write" or "authenticated-read")) throw UnknownAcl(acl.CannedAcl);
        return acl.IsOwnerEnforced ? throw BucketErrors.AclsWithOwnerEnforced() : acl;
    }

    /// <summary>Checks the ACL that an object is written with.</summary>
    /// <param name="cannedAcl"><c>x-amz-acl</c>, or null.</param>
    /// <returns>The ACL to keep; null for <c>private</c>.</returns>
    /// <exception cref="AwsException">The ownership rules it out, or there is none of that name.</exception>
    public string? CheckObject(string? cannedAcl)
    {
        switch (cannedAcl)
        {
            case null or Private:
                return null;
            case "bucket-owner-full-control":
                return IsOwnerEnforced ? null : cannedAcl;
            case "public-read" or "public-read-write" or "authenticated-read" or "aws-exec-read" or "bucket-owner-read":
                return IsOwnerEnforced ? throw BucketErrors.AclsNotSupported() : cannedAcl;
            default:
                throw UnknownAcl(cannedAcl);
        }
    }

    private static AwsException UnknownAcl(string value) => RequestErrors.InvalidArgument("", "x-amz-acl", value);
}
