using System.Text;
using System.Text.Json;

namespace RustStack.DynamoDb.Items;

/// <summary>Attribute names as they stand in items: JSON's escaped UTF-8 without quotes.</summary>
internal static class WireName
{
    /// <summary>Encodes a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The bytes that stand for it in every item.</returns>
    public static byte[] Of(string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        if (!utf8.AsSpan().ContainsAny(WireBuffer.Escaped)) return utf8;
        var buffer = new WireBuffer();
        buffer.AddEscaped(utf8);
        return buffer.Written.ToArray();
    }

    /// <summary>Decodes a name.</summary>
    /// <param name="wireName">The bytes that stand for it.</param>
    /// <returns>The name.</returns>
    public static string ToText(ReadOnlySpan<byte> wireName)
    {
        if (!wireName.Contains((byte)'\\')) return Encoding.UTF8.GetString(wireName);
        var reader = new Utf8JsonReader([(byte)'"', .. wireName, (byte)'"']);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>The length of a name, unescaped.</summary>
    /// <param name="wireName">The bytes that stand for it.</param>
    /// <returns>Its length in UTF-8, in bytes.</returns>
    public static int Utf8Length(ReadOnlySpan<byte> wireName) =>
        wireName.Contains((byte)'\\') ? Encoding.UTF8.GetByteCount(ToText(wireName)) : wireName.Length;
}
