using RustStack.S3.Generated;

namespace RustStack.S3.Access;

/// <summary>One entry of an ACL.</summary>
/// <param name="Grantee">Who may.</param>
/// <param name="Permission">What: a value of <see cref="Generated.Permission"/>.</param>
internal sealed record AclGrant(AclGrantee Grantee, string Permission)
{
    /// <summary>The entry as documents have it.</summary>
    public Grant Describe() => new() { Grantee = Grantee.Describe(), Permission = Permission };
}
