using RustStack.Core.Errors;
using RustStack.S3.Access;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Buckets;

/// <summary>
/// Who owns the objects of a bucket, and so whether ACLs count (Amazon S3 user guide, "Controlling ownership of objects"), and the
/// bucket's own ACL, which is kept while ACLs do not count.
/// </summary>
/// <param name="Ownership">A value of <see cref="ObjectOwnership"/>; null when the ownership controls were deleted: ACLs count then.</param>
/// <param name="List">The bucket's ACL.</param>
internal sealed record BucketAcl(string? Ownership, AccessControlList List)
{
    private const string PrivateAcl = "private";
    private const string BucketOwnerAcl = "bucket-owner-full-control";

    /// <summary>Whether ACLs do not count, since the bucket's owner owns everything in it.</summary>
    public bool IsOwnerEnforced => Ownership == ObjectOwnership.BucketOwnerEnforced;

    /// <summary>The ACL that is in force.</summary>
    public AccessControlList Effective => IsOwnerEnforced ? AccessControlList.Private(List.OwnerId) : List;

    /// <summary>Reads the ownership and the ACL of a new bucket.</summary>
    /// <param name="ownership"><c>x-amz-object-ownership</c>, or null.</param>
    /// <param name="request">The ACL that is asked for.</param>
    /// <param name="ownerId">Who creates the bucket.</param>
    /// <returns>Both, with S3's defaults.</returns>
    /// <exception cref="AwsException">A name is unknown, the ownership rules the ACL out, or it is public.</exception>
    public static BucketAcl Parse(string? ownership, AclRequest request, string ownerId)
    {
        if (ownership is not null && !ObjectOwnership.Values.Contains(ownership)) throw AccessErrors.UnknownOwnership(ownership);
        BucketAcl acl = new(ownership ?? ObjectOwnership.BucketOwnerEnforced, request.ForBucket(ownerId));
        if (acl.IsOwnerEnforced && acl.List.IsShared) throw AccessErrors.OwnerEnforced();
        return acl.List.IsPublic ? throw AccessErrors.PublicAclOfNewBucket() : acl;
    }

    /// <summary>Changes the ownership.</summary>
    /// <param name="ownership">The new ownership, or null for none.</param>
    /// <returns>The new value.</returns>
    /// <exception cref="AwsException">ACLs are to count no more while the bucket's grants something to others.</exception>
    public BucketAcl WithOwnership(string? ownership)
    {
        BucketAcl changed = this with { Ownership = ownership };
        return changed.IsOwnerEnforced && List.IsShared ? throw AccessErrors.OwnerEnforced() : changed;
    }

    /// <summary>Refuses a change of an ACL where ACLs do not count.</summary>
    /// <exception cref="AwsException">AccessControlListNotSupported.</exception>
    public void CheckMayChange()
    {
        if (IsOwnerEnforced) throw AccessErrors.NotSupported();
    }

    /// <summary>Decides the ACL that an object is written with.</summary>
    /// <param name="request">The ACL that is asked for.</param>
    /// <param name="writerId">Who writes the object.</param>
    /// <returns>The ACL to keep; null when the bucket's owner has everything and nobody else anything.</returns>
    /// <exception cref="AwsException">The ownership rules it out, or it is not valid.</exception>
    public AccessControlList? OfNewObject(AclRequest request, string writerId)
    {
        string ownerId = OwnerOfNewObject(request, writerId);
        AccessControlList acl = request.ForObject(ownerId, List.OwnerId);
        if (IsOwnerEnforced)
        {
            bool grantsOwnerAll = request.IsEmpty || request.Canned is PrivateAcl or BucketOwnerAcl;
            return grantsOwnerAll || IsOwnersAlone(acl) ? null : throw AccessErrors.NotSupported();
        }

        return IsOwnersAlone(acl) ? null : acl;
    }

    /// <summary>The ACL of an object that is in force.</summary>
    /// <param name="acl">The ACL that is kept with the object.</param>
    public AccessControlList Of(AccessControlList? acl) =>
        acl is null || IsOwnerEnforced ? AccessControlList.Private(List.OwnerId) : acl;

    /// <summary>Whoever writes an object owns it, unless the bucket's owner wants it and is given full control.</summary>
    private string OwnerOfNewObject(AclRequest request, string writerId) => Ownership switch
    {
        ObjectOwnership.BucketOwnerEnforced => List.OwnerId,
        ObjectOwnership.BucketOwnerPreferred when request.Canned == BucketOwnerAcl => List.OwnerId,
        _ => writerId,
    };

    private bool IsOwnersAlone(AccessControlList acl) =>
        acl.OwnerId == List.OwnerId && acl.Grants is [{ Permission: Permission.FullControl } grant]
        && grant.Grantee == AclGrantee.User(List.OwnerId);
}
