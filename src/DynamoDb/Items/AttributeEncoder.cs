using System.Buffers.Text;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>
/// Writes the value model in canonical form. It checks nothing: values come from checked bytes or from expressions over them.
/// </summary>
internal static class AttributeEncoder
{
    /// <summary>Writes a value.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="value">The value, not an <see cref="InvalidValue"/>.</param>
    public static void Write(WireBuffer output, AttributeValue value)
    {
        output.Add(AttributeWire.Opening(value.Type));
        switch (value)
        {
            case StringValue text: String(output, text.Value); break;
            case NumberValue number: Number(output, number.Value); break;
            case BinaryValue binary: Binary(output, binary.Value); break;
            case StringSetValue set: Set(output, set.Values, String); break;
            case NumberSetValue set: Set(output, set.Values, Number); break;
            case BinarySetValue set: Set(output, set.Values, Binary); break;
            case ListValue list: Set(output, list.Values, Write); break;
            case MapValue map: Map(output, map.Values); break;
            case BooleanValue { Value: false }: output.Add("false"u8); break;
            default: output.Add("true"u8); break;
        }

        output.Add((byte)'}');
    }

    private static void Map(WireBuffer output, IReadOnlyDictionary<string, AttributeValue> values)
    {
        output.Add((byte)'{');
        bool first = true;
        foreach ((string name, AttributeValue value) in values)
        {
            if (!first) output.Add((byte)',');
            first = false;
            String(output, name);
            output.Add((byte)':');
            Write(output, value);
        }

        output.Add((byte)'}');
    }

    private static void Set<T>(WireBuffer output, IReadOnlyList<T> values, Action<WireBuffer, T> write)
    {
        output.Add((byte)'[');
        for (int i = 0; i < values.Count; i++)
        {
            if (i > 0) output.Add((byte)',');
            write(output, values[i]);
        }

        output.Add((byte)']');
    }

    private static void String(WireBuffer output, string text)
    {
        output.Add((byte)'"');
        output.AddEscaped(text);
        output.Add((byte)'"');
    }

    private static void Number(WireBuffer output, DynamoNumber number)
    {
        output.Add((byte)'"');
        _ = number.TryFormat(output.Reserve(DynamoNumber.MaxTextLength), out int written);
        output.Advance(written);
        output.Add((byte)'"');
    }

    private static void Binary(WireBuffer output, byte[] bytes)
    {
        output.Add((byte)'"');
        Base64.EncodeToUtf8(bytes, output.Reserve(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out int written);
        output.Advance(written);
        output.Add((byte)'"');
    }
}
