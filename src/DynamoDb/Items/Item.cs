using System.Text;
using System.Text.Json;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>
/// A set of attributes: an item, a key, or part of either. Immutable, and one array: a form byte, the size as DynamoDB counts it, the
/// number of attributes, the lengths and size of each, and then the canonical JSON text, so that answering is copying and reading one
/// attribute decodes only that one. A set of attributes that must be refused keeps only why (<see cref="Defect"/>).
/// </summary>
internal sealed class Item : IAttributeSource
{
    /// <summary>The most bytes that an item may take, by <see cref="SizeBytes"/>.</summary>
    public const int MaxSizeBytes = 400 * 1024;

    /// <summary>The first byte of the array of a set of attributes.</summary>
    internal const byte AttributesForm = 1;

    /// <summary>The first byte of the array of one that must be refused; its message follows.</summary>
    internal const byte DefectForm = 0;

    private const int NameBufferBytes = 256;

    /// <summary>No attributes.</summary>
    public static readonly Item Empty = new([AttributesForm, 0, 0, (byte)'{', (byte)'}']);

    private readonly byte[] _data;

    /// <summary>Makes an item of the bytes that <see cref="Data"/> gave.</summary>
    /// <param name="data">The bytes, which nobody changes afterwards.</param>
    internal Item(byte[] data) => _data = data;

    /// <summary>
    /// Why the attributes must be refused, in AWS's words; null when they are valid. A refused item has no attributes to read.
    /// </summary>
    public string? Defect => _data[0] == DefectForm ? Encoding.UTF8.GetString(_data.AsSpan(1)) : null;

    /// <summary>The size as DynamoDB counts it, in bytes: names and values, not JSON text.</summary>
    public int SizeBytes
    {
        get
        {
            int position = 1;
            return Varint.Read(_data, ref position);
        }
    }

    /// <summary>The number of attributes.</summary>
    public int Count
    {
        get
        {
            int position = 1;
            Varint.Read(_data, ref position);
            return Varint.Read(_data, ref position);
        }
    }

    /// <summary>The bytes as they are kept.</summary>
    internal ReadOnlySpan<byte> Data => _data;

    /// <summary>The bytes as they are kept, for whoever keeps them too and does not change them.</summary>
    internal byte[] Bytes => _data;

    /// <summary>The attributes, one after the other.</summary>
    internal ItemAttributes Attributes
    {
        get
        {
            int position = 1;
            Varint.Read(_data, ref position);
            int count = Varint.Read(_data, ref position);
            return new(_data, position, BodyStart(position, count), count);
        }
    }

    /// <summary>Reads a JSON object of attributes.</summary>
    /// <param name="reader">The reader on the object's start; afterwards on its end.</param>
    /// <returns>The attributes, or an item with a <see cref="Defect"/>.</returns>
    /// <exception cref="Core.Errors.AwsException">SerializationException: the JSON has another shape.</exception>
    public static Item Read(ref Utf8JsonReader reader) => ItemDecoder.Shared.Read(ref reader);

    /// <summary>An item that must be refused.</summary>
    /// <param name="defect">Why, in AWS's words.</param>
    /// <returns>The item.</returns>
    internal static Item Refused(string defect)
    {
        byte[] data = new byte[1 + Encoding.UTF8.GetByteCount(defect)];
        data[0] = DefectForm;
        Encoding.UTF8.GetBytes(defect, data.AsSpan(1));
        return new(data);
    }

    /// <summary>Writes the attributes as a JSON object.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        int position = 1;
        Varint.Read(_data, ref position);
        int count = Varint.Read(_data, ref position);
        writer.WriteRawValue(_data.AsSpan(BodyStart(position, count)), skipInputValidation: true);
    }

    /// <inheritdoc/>
    public AttributeValue? Get(string attributeName)
    {
        ReadOnlySpan<byte> value = Find(attributeName);
        return value.IsEmpty ? null : AttributeDecoder.Decode(value);
    }

    /// <summary>Whether there is an attribute.</summary>
    /// <param name="attributeName">Its name.</param>
    /// <returns>True when there is.</returns>
    public bool Contains(string attributeName) => !Find(attributeName).IsEmpty;

    /// <summary>Finds an attribute's value without decoding it.</summary>
    /// <param name="attributeName">Its name.</param>
    /// <returns>The value as JSON writes it; empty when there is no such attribute.</returns>
    internal ReadOnlySpan<byte> Find(string attributeName)
    {
        int most = Encoding.UTF8.GetMaxByteCount(attributeName.Length);
        Span<byte> buffer = most <= NameBufferBytes ? stackalloc byte[NameBufferBytes] : new byte[most];
        int count = Encoding.UTF8.GetBytes(attributeName, buffer);
        buffer = buffer[..count];
        return buffer.ContainsAny(WireBuffer.Escaped) ? Find(WireName.Of(attributeName)) : Find(buffer);
    }

    /// <summary>Finds an attribute's value without decoding it.</summary>
    /// <param name="wireName">Its name as JSON writes it, without quotes.</param>
    /// <returns>The value as JSON writes it; empty when there is no such attribute.</returns>
    internal ReadOnlySpan<byte> Find(scoped ReadOnlySpan<byte> wireName)
    {
        ItemAttributes attributes = Attributes;
        return attributes.MoveTo(wireName) ? attributes.Value : default;
    }

    /// <summary>The size of an attribute's value as DynamoDB counts it, in bytes.</summary>
    /// <param name="wireName">The attribute's name as JSON writes it, without quotes.</param>
    /// <returns>The size without the name; 0 when there is no such attribute.</returns>
    internal int SizeOf(scoped ReadOnlySpan<byte> wireName)
    {
        ItemAttributes attributes = Attributes;
        return attributes.MoveTo(wireName) ? attributes.SizeBytes - WireName.Utf8Length(wireName) : 0;
    }

    private int BodyStart(int position, int count)
    {
        for (int lengths = 3 * count; lengths > 0; lengths--)
        {
            while (_data[position++] >= 0x80)
            {
            }
        }

        return position;
    }
}
