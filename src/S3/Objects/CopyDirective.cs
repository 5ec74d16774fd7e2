using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>Whether a copy takes something from its source or from the request.</summary>
internal static class CopyDirective
{
    /// <summary>Reads a directive.</summary>
    /// <param name="value">The header's value, or null for <c>COPY</c>.</param>
    /// <param name="subject">What it is about: <c>metadata</c> or <c>tagging</c>.</param>
    /// <returns>True for <c>REPLACE</c>.</returns>
    /// <exception cref="Core.Errors.AwsException">It is neither.</exception>
    public static bool IsReplace(string? value, string subject) => value switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        _ => throw RequestErrors.InvalidArgument($"Unknown {subject} directive.", $"x-amz-{subject}-directive", value),
    };
}
