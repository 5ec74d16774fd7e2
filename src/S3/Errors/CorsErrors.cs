using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with CORS rules, and with the preflight requests that they answer.</summary>
internal static class CorsErrors
{
    public static AwsException NoConfiguration(string bucket) =>
        new AwsException("NoSuchCORSConfiguration", 404, "The CORS configuration does not exist").With("BucketName", bucket);

    public static AwsException TooManyRules() =>
        RequestErrors.InvalidRequest("The number of CORS rules should not exceed allowed limit of 100 rules.");

    public static AwsException UnsupportedMethod(string method) =>
        RequestErrors.InvalidRequest($"Found unsupported HTTP method in CORS config. Unsupported method is {method}");

    public static AwsException TwoWildcards(string element, string value) =>
        RequestErrors.InvalidRequest($"{element} \"{value}\" can not have more than one wildcard.");

    public static AwsException WildcardExposed(string value) =>
        RequestErrors.InvalidRequest(
            $"ExposeHeader \"{value}\" contains wildcard. We currently do not support wildcard for ExposeHeader.");

    public static AwsException InvalidCharacter(string element, string value) =>
        RequestErrors.InvalidRequest($"{element} \"{value}\" contains invalid character.");

    public static AwsException NoOrigin() => new("BadRequest", 400, "Insufficient information. Origin request header needed.");

    public static AwsException InvalidRequestMethod(string? method) =>
        new("BadRequest", 400, $"Invalid Access-Control-Request-Method: {method ?? "null"}");

    public static AwsException BucketNotFound(string method, string resourceType) =>
        Forbidden("CORSResponse: Bucket not found", method, resourceType);

    public static AwsException NotEnabled(string method, string resourceType) =>
        Forbidden("CORSResponse: CORS is not enabled for this bucket.", method, resourceType);

    public static AwsException NotAllowed(string method, string resourceType) =>
        Forbidden(
            "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / "
            + "Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
            method,
            resourceType);

    private static AwsException Forbidden(string message, string method, string resourceType) =>
        new AwsException("AccessForbidden", 403, message).With("Method", method).With("ResourceType", resourceType);
}
