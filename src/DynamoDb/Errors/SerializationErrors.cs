using System.Text.Json;
using RustStack.Core.Errors;

namespace RustStack.DynamoDb.Errors;

/// <summary>What AWS says of a body that is not JSON, or whose JSON has another shape than the model's.</summary>
internal static class SerializationErrors
{
    /// <summary>The body is not one JSON object, is nested too deeply, or is not UTF-8. AWS gives no text.</summary>
    public static AwsException Malformed() => Error("");

    /// <summary>A token of another type stands where a scalar is wanted.</summary>
    /// <param name="reader">The reader on the token.</param>
    /// <param name="name">What the type is called, such as <c>Integer</c>.</param>
    public static AwsException NotScalar(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Error("Start of structure or map found where not expected"),
        JsonTokenType.StartArray => Error($"Unrecognized collection type class java.lang.{name}"),
        JsonTokenType.String when name == "Boolean" => Error("Unexpected token received from parser"),
        JsonTokenType.String => Error($"STRING_VALUE cannot be converted to {name}"),
        JsonTokenType.Number => NotConvertible(ref reader, name),
        JsonTokenType.True => Error($"TRUE_VALUE cannot be converted to {name}"),
        _ => Error($"FALSE_VALUE cannot be converted to {name}"),
    };

    /// <summary>A number stands where another type is wanted, or is beyond the type's range.</summary>
    public static AwsException NotConvertible(ref Utf8JsonReader reader, string name) =>
        Error($"{(reader.ValueSpan.ContainsAny(".eE"u8) ? "DECIMAL_VALUE" : "NUMBER_VALUE")} cannot be converted to {name}");

    /// <summary>A token of another type stands where a list is wanted.</summary>
    public static AwsException NotList(ref Utf8JsonReader reader) => Error(
        reader.TokenType == JsonTokenType.StartObject ? "Start of structure or map found where not expected" : "Unexpected field type");

    /// <summary>A token of another type stands where a structure or map is wanted.</summary>
    /// <param name="reader">The reader on the token.</param>
    /// <param name="javaType">What AWS calls the type that it wants, such as <c>class com.amazonaws.dynamodb.v20120810.Put</c>.</param>
    public static AwsException NotObject(ref Utf8JsonReader reader, string javaType) =>
        Error(reader.TokenType == JsonTokenType.StartArray ? $"Unrecognized collection type {javaType}" : "Unexpected field type");

    /// <summary>A scalar stands where a list's or map's elements are structures.</summary>
    public static AwsException ScalarElement() => Error("Unexpected value type in payload");

    private static AwsException Error(string message) => new("SerializationException", 400, message);
}
