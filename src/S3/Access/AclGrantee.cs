using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Access;

/// <summary>Who a grant is for: an account by its canonical user id, or one of S3's predefined groups by its URI.</summary>
/// <param name="Type">A value of <see cref="Generated.Type"/>: CanonicalUser or Group.</param>
/// <param name="Value">The id or the URI.</param>
internal sealed record AclGrantee(string Type, string Value)
{
    private const string GroupPrefix = "http://acs.amazonaws.com/groups/";
    private const int IdLength = 64;

    /// <summary>Everyone.</summary>
    public static AclGrantee AllUsers { get; } = new(Generated.Type.Group, GroupPrefix + "global/AllUsers");

    /// <summary>Everyone who has an AWS account.</summary>
    public static AclGrantee AuthenticatedUsers { get; } = new(Generated.Type.Group, GroupPrefix + "global/AuthenticatedUsers");

    /// <summary>The group that writes server access logs.</summary>
    public static AclGrantee LogDelivery { get; } = new(Generated.Type.Group, GroupPrefix + "s3/LogDelivery");

    /// <summary>Whether a grant to this grantee is public (Amazon S3 user guide, "The meaning of public").</summary>
    public bool IsPublic => this == AllUsers || this == AuthenticatedUsers;

    /// <summary>An account.</summary>
    /// <param name="canonicalId">Its canonical user id.</param>
    public static AclGrantee User(string canonicalId) => new(Generated.Type.CanonicalUser, canonicalId);

    /// <summary>Reads an account from a request.</summary>
    /// <param name="id">The canonical user id.</param>
    /// <param name="argument">What errors call it.</param>
    /// <exception cref="Core.Errors.AwsException">It has not the form of an id.</exception>
    public static AclGrantee ParseUser(string id, string argument)
    {
        bool isId = id.Length == IdLength && id.All(static c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
        return isId ? User(id) : throw AccessErrors.InvalidId(argument, id);
    }

    /// <summary>Reads a group from a request.</summary>
    /// <param name="uri">The URI.</param>
    /// <param name="argument">What errors call it.</param>
    /// <exception cref="Core.Errors.AwsException">There is no such group.</exception>
    public static AclGrantee ParseGroup(string uri, string argument)
    {
        AclGrantee group = new(Generated.Type.Group, uri);
        return group == AllUsers || group == AuthenticatedUsers || group == LogDelivery
            ? group
            : throw AccessErrors.InvalidGroup(argument, uri);
    }

    /// <summary>The grantee as documents have it.</summary>
    public Grantee Describe() => Type == Generated.Type.Group ? new() { Type = Type, URI = Value } : new() { Type = Type, ID = Value };
}
