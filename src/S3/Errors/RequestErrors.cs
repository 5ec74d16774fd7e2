using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with a request's parameters, whatever it is about.</summary>
internal static class RequestErrors
{
    public static AwsException HeaderNotImplemented(string header) =>
        new AwsException(
            "NotImplemented", 501, "A header you provided implies functionality that is not implemented").With("Header", header);

    public static AwsException HeaderNotImplemented(string header, string additionalMessage) =>
        HeaderNotImplemented(header).With("additionalMessage", additionalMessage);

    public static AwsException ElementNotImplemented(string element) =>
        new AwsException("NotImplemented", 501, "An element you provided implies functionality that is not implemented")
            .With("Element", element);

    public static AwsException InvalidArgument(string message, string name, string value) =>
        new AwsException("InvalidArgument", 400, message).With("ArgumentName", name).With("ArgumentValue", value);

    public static AwsException InvalidRequest(string message) => new("InvalidRequest", 400, message);

    public static AwsException AccessDenied() => new("AccessDenied", 403, "Access Denied");

    public static AwsException MalformedXml() =>
        new("MalformedXML", 400, "The XML you provided was not well-formed or did not validate against our published schema");

    public static AwsException PreconditionFailed(string condition) =>
        new AwsException("PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold")
            .With("Condition", condition);

    public static AwsException NotModified() => new("NotModified", 304, "Not Modified");

    public static AwsException InvalidBucketOwner(string value) =>
        new(
            "InvalidBucketOwnerAWSAccountID",
            400,
            $"The value of the expected bucket owner parameter must be an AWS Account ID... [{value}]");
}
