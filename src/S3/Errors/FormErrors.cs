using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with a form upload and with the policy that it must keep to.</summary>
internal static class FormErrors
{
    private const string InvalidPolicyPrefix = "Invalid Policy: ";
    private const string DeniedPrefix = "Invalid according to Policy: ";

    public static AwsException NotMultipart() =>
        RequestErrors.PreconditionFailed("Bucket POST must be of the enclosure-type multipart/form-data");

    public static AwsException Malformed() =>
        new("MalformedPOSTRequest", 400, "The body of your POST request is not well-formed multipart/form-data.");

    public static AwsException FieldsTooLong(int maxBytes) =>
        new AwsException(
            "MaxPostPreDataLengthExceeded", 400, "Your POST request fields preceding the upload file were too large.")
            .With("MaxPostPreDataLengthBytes", maxBytes.ToString(CultureInfo.InvariantCulture));

    public static AwsException NoFile() =>
        RequestErrors.InvalidArgument("POST requires exactly one file upload per request.", "file", "0");

    public static AwsException MissingField(string name) =>
        RequestErrors.InvalidArgument(
            $"Bucket POST must contain a field named '{name}'.  If it is specified, please check the order of the fields.", name, "");

    public static AwsException InvalidPolicy(string detail) => new("InvalidPolicyDocument", 400, InvalidPolicyPrefix + detail);

    public static AwsException PolicyExpired() => new("AccessDenied", 403, DeniedPrefix + "Policy expired.");

    public static AwsException ConditionFailed(string condition) =>
        new("AccessDenied", 403, $"{DeniedPrefix}Policy Condition failed: {condition}");

    public static AwsException ExtraField(string name) => new("AccessDenied", 403, $"{DeniedPrefix}Extra input fields: {name}");

    public static AwsException TooSmall(long proposedBytes, long minBytes) =>
        new AwsException("EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size")
            .With("ProposedSize", proposedBytes.ToString(CultureInfo.InvariantCulture))
            .With("MinSizeAllowed", minBytes.ToString(CultureInfo.InvariantCulture));
}
