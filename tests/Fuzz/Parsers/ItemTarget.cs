using System.Buffers;
using System.Text.Json;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Protocol.Json;
using RustStack.Expressions.Values;

namespace RustStack.Fuzz.Parsers;

/// <summary>Items as requests have them: what is taken reads back as it was written.</summary>
internal sealed class ItemTarget : IParserTarget
{
    public string Corpus => "items";

    public void Run(byte[] input)
    {
        Item item = JsonBody.Read<Item>(input, static (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.StartObject ? Item.Read(ref reader) : null);
        if (item.Defect is not null) return;
        byte[] written = Write(item.WriteTo);
        Item again = JsonBody.Read<Item>(written, static (ref Utf8JsonReader reader) => Item.Read(ref reader));
        if (!written.AsSpan().SequenceEqual(Write(again.WriteTo))) throw new InvalidOperationException("It reads back otherwise.");
        foreach (JsonProperty attribute in JsonDocument.Parse(written).RootElement.EnumerateObject())
        {
            AttributeValue value = item.Get(attribute.Name) ?? throw new InvalidOperationException("An attribute is lost.");
            Write(writer => AttributeValueJson.Write(writer, value));
        }
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { SkipValidation = true });
        write(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
