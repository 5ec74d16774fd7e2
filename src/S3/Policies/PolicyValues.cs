using System.Text.Json;
using RustStack.S3.Errors;

namespace RustStack.S3.Policies;

/// <summary>Values of a policy's elements: a text, or a list of texts where one may stand for a list of one.</summary>
internal static class PolicyValues
{
    /// <summary>Reads a text.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="Core.Errors.AwsException">It is none.</exception>
    public static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw PolicyErrors.InvalidSyntax();

    /// <summary>Reads one text or several.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="Core.Errors.AwsException">It is something else.</exception>
    public static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)];

    /// <summary>Reads the values of a condition: numbers and booleans may stand without quotes.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="Core.Errors.AwsException">It is something else.</exception>
    public static IReadOnlyList<string> Scalars(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Scalar)] : [Scalar(value)];

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => Text(value),
    };
}
