using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with an ACL, or rule it out.</summary>
internal static class AccessErrors
{
    public static AwsException AclWithGrants() =>
        RequestErrors.InvalidRequest("Specifying both Canned ACLs and Header Grants is not allowed");

    public static AwsException NotSupported() => new("AccessControlListNotSupported", 400, "The bucket does not allow ACLs");

    public static AwsException OwnerEnforced() => new(
        "InvalidBucketAclWithObjectOwnership", 400, "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");

    public static AwsException PublicAclOfNewBucket() => new(
        "InvalidBucketAclWithBlockPublicAccessError", 400, "Bucket cannot have public ACLs set with BlockPublicAccess enabled");

    public static AwsException Malformed() => new(
        "MalformedACLError", 400, "The XML you provided was not well-formed or did not validate against our published schema");

    public static AwsException UnknownCannedAcl(string value) => RequestErrors.InvalidArgument("", "x-amz-acl", value);

    public static AwsException UnexpectedContent() => new("UnexpectedContent", 400, "This request does not support content");

    public static AwsException InvalidId(string argument, string value) => RequestErrors.InvalidArgument("Invalid id", argument, value);

    public static AwsException InvalidGroup(string argument, string value) =>
        RequestErrors.InvalidArgument("Invalid group uri", argument, value);

    public static AwsException UnknownOwnership(string value) =>
        RequestErrors.InvalidArgument("Invalid x-amz-object-ownership header: " + value, "x-amz-object-ownership", value);

    public static AwsException PublicAclBlocked(string account, string action, string resource) => Blocked(
        account, action, resource, "public access control lists (ACLs) are blocked by the BlockPublicAcls block public access setting.");

    public static AwsException PublicPolicyBlocked(string account, string resource) => Blocked(
        account, "s3:PutBucketPolicy", resource, "public policies are blocked by the BlockPublicPolicy block public access setting.");

    public static AwsException ExplicitlyDenied(string account, string action, string resource) => new(
        "AccessDenied",
        403,
        $"User: arn:aws:iam::{account}:root is not authorized to perform: {action} on resource: \"{resource}\" "
        + "with an explicit deny in a resource-based policy");

    private static AwsException Blocked(string account, string action, string resource, string reason) => new(
        "AccessDenied",
        403,
        $"User: arn:aws:iam::{account}:root is not authorized to perform: {action} on resource: \"{resource}\" because {reason}");
}
