using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with a bucket's policy.</summary>
internal static class PolicyErrors
{
    public static AwsException NotFound(string bucket) =>
        new AwsException("NoSuchBucketPolicy", 404, "The bucket policy does not exist").With("BucketName", bucket);

    public static AwsException TooLong() => Malformed("Policy exceeds the maximum allowed document size.");

    public static AwsException NotAnObject() => Malformed("Policies must be valid JSON and the first byte must be '{'");

    public static AwsException NotJson() => Malformed("This policy contains invalid Json");

    public static AwsException MissingField(string name) => Malformed("Missing required field " + name);

    public static AwsException UnknownField(string name) => Malformed("Unknown field " + name);

    public static AwsException EmptyStatement() => Malformed("Could not parse the policy: Statement is empty!");

    public static AwsException InvalidVersion() => Malformed("The policy must contain a valid version string");

    public static AwsException InvalidSyntax() => Malformed("Invalid policy syntax.");

    public static AwsException InvalidEffect(string value) => Malformed("Invalid effect: " + value);

    public static AwsException DuplicateSid() => Malformed("Statement IDs (SID) in a single policy must be unique.");

    public static AwsException InvalidPrincipal(string detail) => Malformed("Invalid principal in policy").With("Detail", detail);

    public static AwsException InvalidAction(string detail) => Malformed("Policy has invalid action").With("Detail", detail);

    public static AwsException InvalidResource(string detail) => Malformed("Policy has invalid resource").With("Detail", detail);

    public static AwsException InvalidCondition(string type) => Malformed("Invalid Condition type : " + type);

    public static AwsException ActionWithoutResource() => Malformed("Action does not apply to any resource(s) in statement");

    private static AwsException Malformed(string message) => new("MalformedPolicy", 400, message);
}
