using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with tags.</summary>
internal static class TagErrors
{
    public static AwsException TooMany() => new("BadRequest", 400, "Object tags cannot be greater than 10");

    public static AwsException InvalidHeader(string value) =>
        RequestErrors.InvalidArgument(
            "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
            "x-amz-tagging",
            value);

    public static AwsException InvalidKey(string key) =>
        new AwsException("InvalidTag", 400, "The TagKey you have provided is invalid").With("TagKey", key);

    public static AwsException InvalidValue(string key, string value) =>
        new AwsException("InvalidTag", 400, "The TagValue you have provided is invalid").With("TagKey", key).With("TagValue", value);

    public static AwsException Duplicate(string key) =>
        new AwsException("InvalidTag", 400, "Cannot provide multiple Tags with the same key").With("TagKey", key);

    public static AwsException System(string key) =>
        new AwsException("InvalidTag", 400, "Your TagKey cannot be prefixed with aws:").With("TagKey", key);

    public static AwsException TooManyOfBucket() => new("BadRequest", 400, "Bucket tag count cannot be greater than 50");

    public static AwsException SystemOfBucket(string key) =>
        new AwsException("InvalidTag", 400, "System tags cannot be added/updated by requester").With("TagKey", key);

    public static AwsException SystemOfNewBucket() => new(
        "InvalidTag",
        400,
        "User-defined tag keys can't start with \"aws:\". This prefix is reserved for system tags. Remove \"aws:\" from your tag keys and try again.");
}
