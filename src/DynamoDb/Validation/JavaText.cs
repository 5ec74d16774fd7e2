using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Protocol.Json;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Validation;

/// <summary>
/// Values as the service's messages show them: lists as <c>[a, b]</c>, maps as <c>{k=v}</c>, structures as
/// <c>KeySchemaElement(attributeName=pk, keyType=HASH)</c>.
/// </summary>
internal static class JavaText
{
    private static readonly string[] AttributeMembers = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL"];

    /// <summary>A value's text.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        Item item => item.Defect is null ? Attributes(item.WriteTo) : "{}",
        AttributeValue attribute => attribute is InvalidValue ? "AttributeValue()" : Attribute(attribute),
        IDictionary map => Map(map),
        IEnumerable list => List(list),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A structure's text.</summary>
    /// <param name="name">The structure's name.</param>
    /// <param name="members">Its members, null ones too.</param>
    public static string Structure(string name, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        StringBuilder text = new(name);
        text.Append('(');
        for (int i = 0; i < members.Length; i++)
        {
            if (i > 0) text.Append(", ");
            text.Append(members[i].Name).Append('=').Append(Of(members[i].Value));
        }

        return text.Append(')').ToString();
    }

    private static string List(IEnumerable list) => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]";

    private static string Map(IDictionary map) =>
        $"{{{string.Join(", ", map.Keys.Cast<string>().Select(key => $"{key}={Of(map[key])}"))}}}";

    private static string Attribute(AttributeValue value) => FromJson(writer => AttributeValueJson.Write(writer, value), AttributeText);

    private static string Attributes(Action<Utf8JsonWriter> write) => FromJson(write, AttributesText);

    // The wire form is the one that every kind of value has, so the text is made from it.
    private static string FromJson(Action<Utf8JsonWriter> write, Func<JsonElement, string> text)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { SkipValidation = true })) write(writer);
        JsonDocumentOptions options = new() { MaxDepth = JsonBody.MaxDepth };
        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory, options);
        return text(document.RootElement);
    }

    private static string AttributesText(JsonElement attributes) =>
        $"{{{string.Join(", ", attributes.EnumerateObject().Select(static a => $"{a.Name}={AttributeText(a.Value)}"))}}}";

    private static string AttributeText(JsonElement attribute)
    {
        IEnumerable<string> members = AttributeMembers.Select(name =>
        {
            string text = attribute.TryGetProperty(name, out JsonElement value) ? ValueText(name, value) : "null";
            return $"{char.ToLowerInvariant(name[0])}{name[1..]}={text}";
        });
        return $"AttributeValue({string.Join(", ", members)})";
    }

    private static string ValueText(string member, JsonElement value) => member switch
    {
        "M" => AttributesText(value),
        "L" => $"[{string.Join(", ", value.EnumerateArray().Select(AttributeText))}]",
        "B" => Bytes(value),
        "BS" => $"[{string.Join(", ", value.EnumerateArray().Select(Bytes))}]",
        "SS" or "NS" => $"[{string.Join(", ", value.EnumerateArray())}]",
        _ => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(),
    };

    private static string Bytes(JsonElement value)
    {
        int length = value.GetBytesFromBase64().Length;
        return $"java.nio.HeapByteBuffer[pos=0 lim={length} cap={length}]";
    }
}
