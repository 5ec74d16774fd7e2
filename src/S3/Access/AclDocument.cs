using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Access;

/// <summary>The document by which a whole ACL is put.</summary>
internal static class AclDocument
{
    private const string IdArgument = "CanonicalUser/ID";

    /// <summary>Reads the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="ownerId">The owner of what the ACL is for, who stays its owner.</param>
    /// <param name="method">The HTTP method, for errors.</param>
    /// <returns>The ACL.</returns>
    /// <exception cref="Core.Errors.AwsException">It is not complete, too long, names another owner, or a grantee is not
    /// known.</exception>
    public static AccessControlList Read(AccessControlPolicy document, string ownerId, string method)
    {
        if (document.Owner?.ID is not { Length: > 0 } owner || document.Grants is null) throw AccessErrors.Malformed();
        if (document.Grants.Count > AccessControlList.MaxGrants) throw AccessErrors.Malformed();
        AclGrant[] grants = [.. document.Grants.Select(grant => Read(grant, method))];
        if (AclGrantee.ParseUser(owner, IdArgument).Value != ownerId) throw RequestErrors.AccessDenied();
        return new(ownerId, grants);
    }

    private static AclGrant Read(Grant grant, string method)
    {
        if (grant.Grantee is not { } grantee || grant.Permission is not { } permission) throw AccessErrors.Malformed();
        if (!Permission.Values.Contains(permission)) throw AccessErrors.Malformed();
        return new(ReadGrantee(grantee, method), permission);
    }

    private static AclGrantee ReadGrantee(Grantee grantee, string method) => grantee switch
    {
        { Type: Generated.Type.CanonicalUser, ID: { } id } => AclGrantee.ParseUser(id, IdArgument),
        { Type: Generated.Type.Group, URI: { } uri } => AclGrantee.ParseGroup(uri, "Group/URI"),
        { Type: Generated.Type.AmazonCustomerByEmail, EmailAddress: not null } => throw ProtocolErrors.MethodNotAllowed(method, "ACL"),
        _ => throw AccessErrors.Malformed(),
    };
}
