using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with lifecycle rules.</summary>
internal static class LifecycleErrors
{
    public static AwsException NoConfiguration(string bucket) =>
        new AwsException("NoSuchLifecycleConfiguration", 404, "The lifecycle configuration does not exist").With("BucketName", bucket);

    public static AwsException InvalidMinimumSize(string value) =>
        RequestErrors.InvalidRequest($"Invalid TransitionDefaultMinimumObjectSize found: {value}");

    public static AwsException IdTooLong(string id) =>
        RequestErrors.InvalidArgument("ID length should not exceed allowed limit of 255", "ID", id);

    public static AwsException DuplicateId(string id) =>
        RequestErrors.InvalidArgument("Rule ID must be unique. Found same ID for more than one rule", "ID", id);

    public static AwsException DuplicateTag() => RequestErrors.InvalidRequest("Duplicate Tag Keys are not allowed.");

    public static AwsException SizesReversed() =>
        RequestErrors.InvalidRequest("'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.");

    public static AwsException NoAction() => RequestErrors.InvalidRequest("At least one action needs to be specified in a rule");

    public static AwsException NotPositive(string member, string action, int value) =>
        RequestErrors.InvalidArgument(
            $"'{member}' for {action} action must be a positive integer", member, value.ToString(CultureInfo.InvariantCulture));

    public static AwsException Negative(string member, string action, int value) =>
        RequestErrors.InvalidArgument(
            $"'{member}' in {action} action must be nonnegative", member, value.ToString(CultureInfo.InvariantCulture));

    public static AwsException NewerVersionsOutOfRange(int value, int max) =>
        RequestErrors.InvalidArgument(
            string.Create(CultureInfo.InvariantCulture, $"'NewerNoncurrentVersions' must be an integer between 1 and {max}"),
            "NewerNoncurrentVersions",
            value.ToString(CultureInfo.InvariantCulture));

    public static AwsException NotMidnight(DateTimeOffset date) =>
        RequestErrors.InvalidArgument("'Date' must be at midnight GMT", "Date", Protocol.WireValue.Print(date));

    public static AwsException NotWithFilter(string action, string filter) =>
        RequestErrors.InvalidRequest($"{action} cannot be specified with {filter}.");

    public static AwsException TooSoonFor(string member, string action, string storageClass, int minDays, int value) =>
        RequestErrors.InvalidArgument(
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{member}' in {action} action must be greater than or equal to {minDays} for storageClass '{storageClass}'"),
            member,
            value.ToString(CultureInfo.InvariantCulture));

    public static AwsException SameStorageClass(string action, string prefix) =>
        RequestErrors.InvalidRequest(
            $"'StorageClass' must be different for '{action}' actions in same 'Rule' with filter '(prefix={prefix})'");

    public static AwsException MixedTransitions(string prefix) =>
        RequestErrors.InvalidRequest(
            $"Found mixed 'Date' and 'Days' based Transition actions in lifecycle rule for filter '(prefix={prefix})'");

    public static AwsException MixedActions(string prefix) =>
        RequestErrors.InvalidRequest(
            $"Found mixed 'Date' and 'Days' based Expiration and Transition actions in lifecycle rule for filter '(prefix={prefix})'");

    public static AwsException ExpiresFirst(string member, string comparison, string prefix) =>
        new(
            "InvalidArgument",
            400,
            $"'{member}' in the Expiration action for filter '(prefix={prefix})' must be {comparison} than '{member}' in the Transition action");

    public static AwsException OutOfOrder(string action, string member, string colder, string warmer, string prefix) =>
        new(
            "InvalidArgument",
            400,
            $"'{member}' in the '{action}' action for StorageClass '{colder}' for filter '(prefix={prefix})' must be greater than "
            + $"'{member}' in the '{action}' action for StorageClass '{warmer}'");
}
