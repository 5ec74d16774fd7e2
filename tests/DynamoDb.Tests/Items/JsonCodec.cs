using System.Buffers;
using System.Text;
using System.Text.Json;
using RustStack.DynamoDb.Items;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Tests.Items;

/// <summary>Reads and writes items and values as text.</summary>
internal static class JsonCodec
{
    public static Item Item(string json)
    {
        Utf8JsonReader reader = Reader(json);
        return DynamoDb.Items.Item.Read(ref reader);
    }

    public static AttributeValue Value(string json)
    {
        Utf8JsonReader reader = Reader(json);
        return AttributeValueJson.Read(ref reader);
    }

    public static string Text(Item item) => Write(item.WriteTo);

    public static string Text(AttributeValue value) => Write(writer => AttributeValueJson.Write(writer, value));

    private static Utf8JsonReader Reader(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        return reader;
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
