using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with a website's configuration.</summary>
internal static class WebsiteErrors
{
    public static AwsException NoConfiguration(string bucket) =>
        new AwsException("NoSuchWebsiteConfiguration", 404, "The specified bucket does not have a website configuration")
            .With("BucketName", bucket);

    public static AwsException RedirectAllNotAlone() =>
        RequestErrors.InvalidArgument(
            "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.", "RedirectAllRequestsTo", "not null");

    public static AwsException NoIndexDocument() =>
        RequestErrors.InvalidArgument(
            "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty", "IndexDocument", "null");

    public static AwsException InvalidSuffix(string suffix) =>
        RequestErrors.InvalidArgument("The IndexDocument Suffix is not well formed", "IndexDocument", suffix);

    public static AwsException InvalidProtocol() =>
        RequestErrors.InvalidRequest(
            "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically.");

    public static AwsException BlankHost() =>
        RequestErrors.InvalidRequest(
            "The HostName cannot be blank. To redirect within the same domain, the element should not be present.");

    public static AwsException TooManyRules(int count, int max) =>
        RequestErrors.InvalidRequest(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} routing rules provided, the number of routing rules in a website configuration is limited to {max}."));

    public static AwsException TwoReplacements() =>
        RequestErrors.InvalidRequest("You can only define ReplaceKeyPrefix or ReplaceKey but not both.");

    public static AwsException EmptyCondition() =>
        RequestErrors.InvalidRequest(
            "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.");

    public static AwsException InvalidRedirectCode(int code) =>
        RequestErrors.InvalidRequest(string.Create(
            CultureInfo.InvariantCulture, $"The provided HTTP redirect code ({code}) is not valid. Valid codes are 3XX except 300."));

    public static AwsException InvalidErrorCode(int code) =>
        RequestErrors.InvalidRequest(string.Create(
            CultureInfo.InvariantCulture, $"The provided HTTP error code ({code}) is not valid. Valid codes are 4XX or 5XX."));
}
