using System.Text.Json;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>Makes the value model of canonical bytes. It checks nothing: the bytes were checked when they were made.</summary>
internal static class AttributeDecoder
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 128 };

    /// <summary>Decodes one value.</summary>
    /// <param name="wire">The value in canonical form.</param>
    /// <returns>The value.</returns>
    public static AttributeValue Decode(ReadOnlySpan<byte> wire)
    {
        var reader = new Utf8JsonReader(wire, Options);
        reader.Read();
        return Value(ref reader);
    }

    private static AttributeValue Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        ReadOnlySpan<byte> name = reader.ValueSpan;
        int length = name.Length;
        byte first = name[0];
        byte second = length > 1 ? name[1] : (byte)0;
        reader.Read();
        AttributeValue value = (first, second) switch
        {
            ((byte)'S', 0) => new StringValue(reader.GetString()!),
            ((byte)'N', 0) => new NumberValue(DynamoNumber.Parse(reader.ValueSpan).Value),
            ((byte)'B', 0) => new BinaryValue(Base64Text.Decode(reader.ValueSpan)),
            ((byte)'M', _) => new MapValue(Map(ref reader)),
            ((byte)'L', _) => new ListValue(List(ref reader)),
            ((byte)'S', _) => new StringSetValue(StringSet(ref reader)),
            ((byte)'N', (byte)'S') => new NumberSetValue(NumberSet(ref reader)),
            ((byte)'B', (byte)'S') => new BinarySetValue(BinarySet(ref reader)),
            ((byte)'N', _) => NullValue.Instance,
            _ => BooleanValue.Of(reader.TokenType == JsonTokenType.True),
        };
        reader.Read();
        return value;
    }

    private static Dictionary<string, AttributeValue> Map(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            map[name] = Value(ref reader);
        }

        return map;
    }

    private static List<AttributeValue> List(ref Utf8JsonReader reader)
    {
        List<AttributeValue> list = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Add(Value(ref reader));
        return list;
    }

    private static List<string> StringSet(ref Utf8JsonReader reader)
    {
        List<string> set = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) set.Add(reader.GetString()!);
        return set;
    }

    private static List<DynamoNumber> NumberSet(ref Utf8JsonReader reader)
    {
        List<DynamoNumber> set = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) set.Add(DynamoNumber.Parse(reader.ValueSpan).Value);
        return set;
    }

    private static List<byte[]> BinarySet(ref Utf8JsonReader reader)
    {
        List<byte[]> set = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) set.Add(Base64Text.Decode(reader.ValueSpan));
        return set;
    }
}
