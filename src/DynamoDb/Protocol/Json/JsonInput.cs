using System.Text.Json;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Protocol.Json;

/// <summary>
/// Reads the model's types from JSON as the service does: null members count as absent, numbers lose their fraction where an integer is
/// wanted, any other mismatch is a SerializationException. Every reader starts on the value's first token and ends on its last.
/// </summary>
internal static class JsonInput
{
    private const string AttributeMapType = "java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>";
    private const double MinTimestampSeconds = -62_135_596_800;
    private const double MaxTimestampSeconds = 253_402_300_799;

    /// <summary>Enters a structure.</summary>
    /// <param name="reader">The reader on the value's first token.</param>
    /// <param name="name">The structure's name.</param>
    /// <returns>False for JSON's null.</returns>
    public static bool BeginStructure(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.StartObject) return true;
        if (reader.TokenType == JsonTokenType.Null) return false;
        throw SerializationErrors.NotObject(ref reader, $"class com.amazonaws.dynamodb.v20120810.{name}");
    }

    /// <summary>Moves to the next member's name.</summary>
    /// <returns>False at the end of the object.</returns>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Skips a member that the model does not know, as the service does.</summary>
    public static void SkipMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>Reads a string.</summary>
    public static string? ReadString(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => throw SerializationErrors.NotScalar(ref reader, "String"),
    };

    /// <summary>Reads a boolean.</summary>
    public static bool? ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw SerializationErrors.NotScalar(ref reader, "Boolean"),
    };

    /// <summary>Reads a 32-bit integer.</summary>
    public static int? ReadInteger(ref Utf8JsonReader reader)
    {
        long? value = ReadWhole(ref reader, "Integer");
        return value is < int.MinValue or > int.MaxValue ? throw SerializationErrors.NotConvertible(ref reader, "Integer") : (int?)value;
    }

    /// <summary>Reads a 64-bit integer.</summary>
    public static long? ReadLong(ref Utf8JsonReader reader) => ReadWhole(ref reader, "Long");

    /// <summary>Reads a floating-point number.</summary>
    public static double? ReadDouble(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDouble(out double value) && double.IsFinite(value) => value,
        JsonTokenType.Null => null,
        _ => throw SerializationErrors.NotScalar(ref reader, "Double"),
    };

    /// <summary>Reads a timestamp: seconds since 1970, with a fraction.</summary>
    public static DateTimeOffset? ReadTimestamp(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        return reader.TokenType == JsonTokenType.Number
            && reader.TryGetDouble(out double seconds)
            && seconds is >= MinTimestampSeconds and <= MaxTimestampSeconds
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000))
            : throw SerializationErrors.NotScalar(ref reader, "Long");
    }

    /// <summary>Reads an item or a key.</summary>
    public static Item? ReadItem(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Item.Read(ref reader),
        JsonTokenType.Null => null,
        _ => throw SerializationErrors.NotObject(ref reader, AttributeMapType),
    };

    /// <summary>Reads an attribute value.</summary>
    public static AttributeValue? ReadAttributeValue(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : AttributeValueJson.Read(ref reader);

    /// <summary>Reads a list; a null element stays null and is refused by validation.</summary>
    /// <typeparam name="T">The element's type.</typeparam>
    /// <param name="reader">The reader on the value's first token.</param>
    /// <param name="readElement">Reads an element.</param>
    /// <param name="isStructured">Whether the elements are structures, maps or lists.</param>
    public static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader reader, JsonValueReader<T> readElement, bool isStructured)
        where T : class
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartArray) throw SerializationErrors.NotList(ref reader);
        List<T> list = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (isStructured) RefuseScalar(reader.TokenType);
            list.Add(readElement(ref reader)!);
        }

        return list;
    }

    /// <summary>Reads a map; a null value stays null and is refused by validation, and of a repeated key the last counts.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="reader">The reader on the value's first token.</param>
    /// <param name="readValue">Reads a value.</param>
    /// <param name="isStructured">Whether the values are structures, maps or lists.</param>
    /// <param name="javaType">What the service calls the map's type.</param>
    public static IReadOnlyDictionary<string, T>? ReadMap<T>(
        ref Utf8JsonReader reader, JsonValueReader<T> readValue, bool isStructured, string javaType)
        where T : class
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartObject) throw SerializationErrors.NotObject(ref reader, javaType);
        Dictionary<string, T> map = new(StringComparer.Ordinal);
        while (NextMember(ref reader))
        {
            string key = reader.GetString()!;
            reader.Read();
            if (isStructured) RefuseScalar(reader.TokenType);
            map[key] = readValue(ref reader)!;
        }

        return map;
    }

    private static void RefuseScalar(JsonTokenType token)
    {
        bool isScalar = token is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;
        if (isScalar) throw SerializationErrors.ScalarElement();
    }

    private static long? ReadWhole(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.Number) throw SerializationErrors.NotScalar(ref reader, name);
        if (reader.TryGetInt64(out long whole)) return whole;
        return reader.TryGetDouble(out double value) && value is > long.MinValue and < long.MaxValue
            ? (long)value
            : throw SerializationErrors.NotConvertible(ref reader, name);
    }
}
