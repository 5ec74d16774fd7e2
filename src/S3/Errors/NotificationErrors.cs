using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with a notification configuration.</summary>
internal static class NotificationErrors
{
    public static AwsException UnsupportedEvent(string value) =>
        RequestErrors.InvalidArgument("The event is not supported for notifications", "Event", value);

    public static AwsException InvalidFilterName(string value) =>
        RequestErrors.InvalidArgument("filter rule name must be either prefix or suffix", "FilterRule.Name", value);

    public static AwsException SecondFilterRule(string name) =>
        RequestErrors.InvalidArgument($"Cannot specify more than one {name} rule in a filter.", "FilterRule.Name", name);

    public static AwsException FilterTooLong(string value) =>
        RequestErrors.InvalidArgument(
            "Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation", "FilterRule.Value", value);

    public static AwsException InvalidArn(string argument, string arn) =>
        RequestErrors.InvalidArgument("The ARN could not be parsed", argument, arn);

    public static AwsException WrongRegion(string argument, string arn) =>
        RequestErrors.InvalidArgument(
            "The notification destination service region is not valid for the bucket location constraint", argument, arn);

    public static AwsException DuplicateId(string id) =>
        RequestErrors.InvalidArgument("Same ID used for multiple configurations. IDs must be unique", "Id", id);

    public static AwsException Ambiguous() => new(
        "InvalidArgument",
        400,
        "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.");
}
