using RustStack.S3.Generated;

namespace RustStack.S3.Access;

/// <summary>The ACL of a bucket or an object.</summary>
/// <param name="OwnerId">The canonical user id of the owner.</param>
/// <param name="Grants">The entries in their order.</param>
internal sealed record AccessControlList(string OwnerId, IReadOnlyList<AclGrant> Grants)
{
    /// <summary>The most entries that an ACL may have (Amazon S3 user guide, "Access control list overview").</summary>
    public const int MaxGrants = 100;

    /// <summary>Whether an entry is for everyone.</summary>
    public bool IsPublic => Grants.Any(static grant => grant.Grantee.IsPublic);

    /// <summary>Whether an entry is for someone who is not the owner.</summary>
    public bool IsShared => Grants.Any(grant => grant.Grantee != AclGrantee.User(OwnerId));

    /// <summary>The owner as documents have it.</summary>
    public Owner Owner => new() { ID = OwnerId };

    /// <summary>The ACL of what nobody but its owner may use.</summary>
    /// <param name="ownerId">The owner's canonical user id.</param>
    public static AccessControlList Private(string ownerId) =>
        new(ownerId, [new(AclGrantee.User(ownerId), Permission.FullControl)]);

    /// <summary>The entries as documents have them.</summary>
    public IReadOnlyList<Grant> Describe() => [.. Grants.Select(static grant => grant.Describe())];
}
