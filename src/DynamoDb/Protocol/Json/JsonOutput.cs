using System.Text.Json;

namespace RustStack.DynamoDb.Protocol.Json;

/// <summary>Writes the model's types that JSON has no form for.</summary>
internal static class JsonOutput
{
    /// <summary>Writes a timestamp: seconds since 1970, with milliseconds as the fraction.</summary>
    public static void WriteTimestamp(Utf8JsonWriter writer, DateTimeOffset value) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
