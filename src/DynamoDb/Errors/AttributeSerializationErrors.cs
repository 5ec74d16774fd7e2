using System.Text.Json;
using RustStack.Core.Errors;

namespace RustStack.DynamoDb.Errors;

/// <summary>What AWS says of an attribute value whose JSON has another shape than the model's.</summary>
internal static class AttributeSerializationErrors
{
    /// <summary>A token of another type stands where a string is wanted.</summary>
    /// <param name="reader">The reader on the token.</param>
    /// <returns>The error to throw.</returns>
    public static AwsException NotString(ref Utf8JsonReader reader) => NotScalar(ref reader, "String", "java.lang.String");

    /// <summary>A token of another type stands where a boolean is wanted.</summary>
    /// <param name="reader">The reader on the token.</param>
    /// <returns>The error to throw.</returns>
    public static AwsException NotBoolean(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String
        ? Error("Unexpected token received from parser")
        : NotScalar(ref reader, "Boolean", "java.lang.Boolean");

    /// <summary>A token of another type stands where base-64 text is wanted.</summary>
    /// <param name="reader">The reader on the token.</param>
    /// <returns>The error to throw.</returns>
    public static AwsException NotBinary(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Error("Start of structure or map found where not expected"),
        JsonTokenType.StartArray => Error("Unrecognized collection type class java.nio.ByteBuffer"),
        _ => Error("only base-64-encoded strings are convertible to bytes"),
    };

    /// <summary>A token of another type stands where a list or a set is wanted.</summary>
    /// <param name="reader">The reader on the token.</param>
    /// <returns>The error to throw.</returns>
    public static AwsException NotList(ref Utf8JsonReader reader) => Error(
        reader.TokenType == JsonTokenType.StartObject ? "Start of structure or map found where not expected" : "Unexpected field type");

    /// <summary>A token of another type stands where a map of attributes is wanted.</summary>
    /// <param name="reader">The reader on the token.</param>
    /// <returns>The error to throw.</returns>
    public static AwsException NotMap(ref Utf8JsonReader reader) => Error(
        reader.TokenType == JsonTokenType.StartArray
            ? "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>"
            : "Unexpected field type");

    /// <summary>A token of another type stands where an attribute value is wanted.</summary>
    /// <param name="reader">The reader on the token.</param>
    /// <returns>The error to throw.</returns>
    public static AwsException NotAttributeValue(ref Utf8JsonReader reader) => Error(
        reader.TokenType == JsonTokenType.StartArray
            ? "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue"
            : "Unexpected value type in payload");

    /// <summary>The length of base-64 text is no multiple of four.</summary>
    /// <param name="length">Its length in characters.</param>
    /// <returns>The error to throw.</returns>
    public static AwsException Base64Length(int length) =>
        Error($"Base64 encoded length is expected a multiple of 4 bytes but found: {length}");

    /// <summary>Base-64 text has a character that does not belong there.</summary>
    /// <param name="character">The character.</param>
    /// <returns>The error to throw.</returns>
    public static AwsException Base64Character(char character) => Error($"Invalid Base64 character: '{character}'");

    /// <summary>The last character of base-64 text has bits beyond the last byte.</summary>
    /// <returns>The error to throw.</returns>
    public static AwsException Base64Tail() => Error("Invalid last non-pad Base64 character dectected");

    /// <summary>Text is not valid UTF-8 or has half a surrogate pair.</summary>
    /// <returns>The error to throw.</returns>
    public static AwsException Unicode() => Error("Invalid UTF-8 in payload");

    private static AwsException NotScalar(ref Utf8JsonReader reader, string name, string javaName) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Error("Start of structure or map found where not expected"),
        JsonTokenType.StartArray => Error($"Unrecognized collection type class {javaName}"),
        JsonTokenType.Number => Error($"{(IsDecimal(ref reader) ? "DECIMAL_VALUE" : "NUMBER_VALUE")} cannot be converted to {name}"),
        JsonTokenType.True => Error($"TRUE_VALUE cannot be converted to {name}"),
        _ => Error($"FALSE_VALUE cannot be converted to {name}"),
    };

    private static bool IsDecimal(ref Utf8JsonReader reader) => !reader.TryGetInt64(out _);

    private static AwsException Error(string message) => new("SerializationException", 400, message);
}
