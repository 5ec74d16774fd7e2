using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with a request before an operation looks at it: its target, its parameters, its document.</summary>
internal static class ProtocolErrors
{
    public static AwsException BadRequest() => new("BadRequest", 400, "An error occurred when parsing the HTTP request.");

    public static AwsException HalfAPart(string name, string value) =>
        RequestErrors.InvalidArgument("A part is uploaded with both partNumber and uploadId", name, value);

    public static AwsException IntegerOutOfRange(string name, string value, int min, int max) =>
        RequestErrors.InvalidArgument(
            string.Create(CultureInfo.InvariantCulture, $"Argument {name} must be an integer between {min} and {max}"), name, value);

    public static AwsException InternalError() => new("InternalError", 500, "We encountered an internal error. Please try again.");

    public static AwsException InvalidPartNumber(string value) =>
        RequestErrors.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", value);

    public static AwsException InvalidUri(string uri) =>
        new AwsException("InvalidURI", 400, "Couldn't parse the specified URI.").With("URI", uri);

    public static AwsException KeyTooLong(int sizeBytes, int maxBytes) => new AwsException("KeyTooLongError", 400, "Your key is too long")
        .With("Size", sizeBytes.ToString(CultureInfo.InvariantCulture))
        .With("MaxSizeAllowed", maxBytes.ToString(CultureInfo.InvariantCulture));

    public static AwsException MessageTooLong(int maxBytes) =>
        new AwsException("MaxMessageLengthExceeded", 400, "Your request was too big.")
            .With("MaxMessageLengthBytes", maxBytes.ToString(CultureInfo.InvariantCulture));

    public static AwsException MethodNotAllowed(string method, string resourceType) =>
        new AwsException("MethodNotAllowed", 405, "The specified method is not allowed against this resource.")
            .With("Method", method)
            .With("ResourceType", resourceType);

    public static AwsException MissingHeader(string name) =>
        new AwsException("MissingSecurityHeader", 400, "Your request was missing a required header").With("MissingHeaderName", name);

    public static AwsException MissingObjectAttributes() =>
        RequestErrors.InvalidRequest(
            "The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty");

    public static AwsException MissingParameter(string name) =>
        RequestErrors.InvalidArgument($"Missing required parameter for this request: {name}", name, "");

    public static AwsException MissingRequestBody() => new("MissingRequestBodyError", 400, "Request Body is empty");

    public static AwsException NoSuchSubResource(string name, string level) =>
        RequestErrors.InvalidArgument($"There is no such thing as the ?{name} sub-resource for a {level}", "ResourceType", name);

    public static AwsException NotAnInteger(string name, string value) =>
        RequestErrors.InvalidArgument($"Provided {name} not an integer or within integer range", name, value);

    public static AwsException NotImplementedOperation(string operation) =>
        new AwsException("NotImplemented", 501, $"The operation {operation} is not implemented.").With("Operation", operation);

    public static AwsException NotIso8601(string name, string value) =>
        RequestErrors.InvalidArgument("The retain until date must be provided in ISO 8601 format", name, value);

    public static AwsException NotLatin1(string name, string value) =>
        RequestErrors.InvalidArgument("Header value cannot be represented using ISO-8859-1.", name, value);

    public static AwsException NotRecognized(string name, string value) =>
        RequestErrors.InvalidArgument("Argument format not recognized", name, value);

    public static AwsException RequestTimeout() => new(
        "RequestTimeout",
        400,
        "Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.");

    public static AwsException SlowDown() => new("SlowDown", 503, "Please reduce your request rate.");
}
