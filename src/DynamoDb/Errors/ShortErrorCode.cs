using RustStack.Core.Errors;

namespace RustStack.DynamoDb.Errors;

/// <summary>The code that an error has as one of several: in the reasons of a cancelled transaction and in the answers of a batch.</summary>
internal static class ShortErrorCode
{
    private const string Suffix = "Exception";

    /// <summary>The short code of an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>Its code without the suffix; for a ValidationException <c>ValidationError</c>.</returns>
    public static string Of(AwsException error)
    {
        if (error.Code == "ValidationException") return "ValidationError";
        return error.Code.EndsWith(Suffix, StringComparison.Ordinal) ? error.Code[..^Suffix.Length] : error.Code;
    }
}
