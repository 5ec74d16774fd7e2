using System.Text.Json;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>Single attribute values on the wire.</summary>
internal static class AttributeValueJson
{
    [ThreadStatic]
    private static WireBuffer? _buffer;

    /// <summary>Reads a value.</summary>
    /// <param name="reader">The reader on the value's first token; afterwards on its last.</param>
    /// <returns>The value; an <see cref="InvalidValue"/> when it can be read but must be refused.</returns>
    /// <exception cref="Core.Errors.AwsException">SerializationException: the JSON has another shape.</exception>
    public static AttributeValue Read(ref Utf8JsonReader reader) => ItemDecoder.Shared.ReadValue(ref reader);

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value, not an <see cref="InvalidValue"/>.</param>
    public static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        WireBuffer buffer = _buffer ??= new();
        buffer.Clear();
        AttributeEncoder.Write(buffer, value);
        writer.WriteRawValue(buffer.Written, skipInputValidation: true);
    }
}
