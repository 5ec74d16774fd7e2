using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with the configurations of a bucket that are documents.</summary>
internal static class ConfigurationErrors
{
    public static AwsException NoSuchTagSet(string bucket) => NotFound("NoSuchTagSet", "The TagSet does not exist", bucket);

    public static AwsException NoSuchPublicAccessBlock(string bucket) =>
        NotFound("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", bucket);

    public static AwsException EmptyPublicAccessBlock() => RequestErrors.InvalidRequest("Must specify at least one configuration.");

    public static AwsException OwnershipControlsNotFound(string bucket) =>
        NotFound("OwnershipControlsNotFoundError", "The bucket ownership controls were not found", bucket);

    public static AwsException NoSuchConfiguration() => new("NoSuchConfiguration", 404, "The specified configuration does not exist.");

    public static AwsException IdMismatch() => new("IdMismatch", 400, "Document ID does not match the specified configuration ID.");

    public static AwsException InvalidId(string id) =>
        new AwsException("InvalidConfigurationId", 400, "The specified configuration id is invalid.").With("ConfigurationId", id);

    public static AwsException TooMany(int max) =>
        new(
            "TooManyConfigurations",
            400,
            string.Create(
                CultureInfo.InvariantCulture,
                $"You are attempting to create a new configuration but have already reached the {max}-configuration limit."));

    public static AwsException InvalidDestination() => new("InvalidS3DestinationBucket", 400, "Invalid bucket ARN.");

    public static AwsException DuplicateTagKeys() => RequestErrors.InvalidRequest("Duplicate Tag Keys are not allowed.");

    public static AwsException NoAcceleration() =>
        RequestErrors.InvalidRequest("S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");

    public static AwsException TieringDays(string tier, int min, int max, string value) =>
        RequestErrors.InvalidArgument(
            string.Create(CultureInfo.InvariantCulture, $"Days for the {tier} tier must be between {min} and {max}"), "Days", value);

    public static AwsException NoLoggingTarget(string target) => LoggingTarget("The target bucket for logging does not exist", target);

    public static AwsException ForeignLoggingTarget(string target) =>
        LoggingTarget("The owner for the bucket to be logged and the target bucket must be the same.", target);

    public static AwsException CrossLocationLogging(string source, string target) =>
        new AwsException("CrossLocationLoggingProhibitted", 403, "Cross S3 location logging not allowed. ")
            .With("TargetBucketLocation", target)
            .With("SourceBucketLocation", source);

    private static AwsException LoggingTarget(string message, string target) =>
        new AwsException("InvalidTargetBucketForLogging", 400, message).With("TargetBucket", target);

    private static AwsException NotFound(string code, string message, string bucket) =>
        new AwsException(code, 404, message).With("BucketName", bucket);
}
