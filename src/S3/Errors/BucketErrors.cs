using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with a bucket.</summary>
internal static class BucketErrors
{
    public static AwsException NoSuchBucket(string bucket) =>
        new AwsException("NoSuchBucket", 404, "The specified bucket does not exist").With("BucketName", bucket);

    public static AwsException BucketAlreadyOwnedByYou(string bucket) =>
        new AwsException(
            "BucketAlreadyOwnedByYou", 409, "Your previous request to create the named bucket succeeded and you already own it.")
            .With("BucketName", bucket);

    public static AwsException BucketAlreadyExists(string bucket) =>
        new AwsException(
            "BucketAlreadyExists",
            409,
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system. "
            + "Please select a different name and try again.")
            .With("BucketName", bucket);

    public static AwsException BucketNotEmpty(string bucket) =>
        new AwsException("BucketNotEmpty", 409, "The bucket you tried to delete is not empty").With("BucketName", bucket);

    public static AwsException InvalidBucketName(string bucket) =>
        new AwsException("InvalidBucketName", 400, "The specified bucket is not valid.").With("BucketName", bucket);

    public static AwsException InvalidLocationConstraint(string constraint) =>
        new AwsException("InvalidLocationConstraint", 400, "The specified location-constraint is not valid")
            .With("LocationConstraint", constraint);

    public static AwsException UnknownRegion(string value) =>
        RequestErrors.InvalidArgument($"Argument value {value} is not a valid AWS Region", "bucket-region", value);

    public static AwsException IllegalLocationConstraint(string constraint) =>
        new(
            "IllegalLocationConstraintException",
            400,
            $"The {constraint} location constraint is incompatible for the region specific endpoint this request was sent to.");
}
