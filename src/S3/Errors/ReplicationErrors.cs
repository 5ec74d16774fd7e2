using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with a replication configuration.</summary>
internal static class ReplicationErrors
{
    public static AwsException NotFound(string bucket) =>
        new AwsException("ReplicationConfigurationNotFoundError", 404, "The replication configuration was not found")
            .With("BucketName", bucket);

    public static AwsException NotVersioned() =>
        RequestErrors.InvalidRequest("Versioning must be 'Enabled' on the bucket to apply a replication configuration");

    public static AwsException VersioningIsNeeded() => new(
        "InvalidBucketState",
        409,
        "A replication configuration is present on this bucket, so the versioning state cannot be changed.");

    public static AwsException NoRole() => RequestErrors.InvalidArgument("Invalid Role ARN: Role is missing or not an IAM role", "Role", "");

    public static AwsException TooManyRules(int max) => RequestErrors.InvalidRequest(string.Create(
        CultureInfo.InvariantCulture, $"The number of replication rules must not exceed the allowed limit of {max} rules."));

    public static AwsException InvalidArn(string value) => RequestErrors.InvalidArgument("Invalid bucket ARN.", "Bucket", value);

    public static AwsException NoDestination() => RequestErrors.InvalidRequest("Destination bucket must exist.");

    public static AwsException DestinationIsSource() =>
        RequestErrors.InvalidRequest("Destination bucket cannot be the same as the source bucket.");

    public static AwsException DestinationNotVersioned() =>
        RequestErrors.InvalidRequest("Destination bucket must have versioning enabled.");

    public static AwsException IdTooLong(string id) => RequestErrors.InvalidArgument("The maximum value is 255 characters.", "ID", id);

    public static AwsException IdNotAscii(string id) =>
        RequestErrors.InvalidArgument("Rule ID must not contain non-ASCII characters.", "ID", id);

    public static AwsException DuplicateId(string id) => RequestErrors.InvalidArgument("Rule Id must be unique.", "ID", id);

    public static AwsException DuplicatePriority(int priority) =>
        RequestErrors.InvalidRequest(string.Create(CultureInfo.InvariantCulture, $"Found duplicate priority {priority}"));

    public static AwsException Missing(string element) => RequestErrors.InvalidRequest(
        $"{element} must be specified for this version of Cross Region Replication configuration schema. "
        + "Please refer to S3 Developer Guide for more information.");

    public static AwsException MarkersWithTagFilter() => RequestErrors.InvalidRequest(
        "Delete marker replication is not supported if any Tag filter is specified. "
        + "Please refer to S3 Developer Guide for more information.");

    public static AwsException TimeWithoutMetrics() =>
        RequestErrors.InvalidRequest("The replication destination must contain both ReplicationTime and Metrics, or neither.");

    public static AwsException TimeAndMetricsDiffer() =>
        RequestErrors.InvalidRequest("ReplicationTime and ReplicationMetrics must have the same status.");

    public static AwsException NotFifteenMinutes(string element, string value) =>
        RequestErrors.InvalidArgument($"{element} minutes value must be 15.", "Minutes", value);

    public static AwsException OwnerWithoutAccount() => RequestErrors.InvalidRequest(
        "The Owner in AccessControlTranslation has a value, so the Account element must be specified.");

    public static AwsException AccountIsNotOwner(string account) => RequestErrors.InvalidArgument(
        "The AWS account specified in the Account element must match the destination bucket owner.", "Account", account);
}
