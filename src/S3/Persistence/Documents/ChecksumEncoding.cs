using System.Text.Json;
using RustStack.S3.Checksums;

namespace RustStack.S3.Persistence.Documents;

/// <summary>Checksums in documents: the algorithm's name, the value, and whether it is one of the parts' checksums.</summary>
internal static class ChecksumEncoding
{
    /// <summary>Writes a checksum.</summary>
    /// <param name="writer">The writer, where a value goes.</param>
    /// <param name="checksum">The checksum.</param>
    public static void Write(Utf8JsonWriter writer, ObjectChecksum checksum)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(checksum.Kind.Name());
        writer.WriteStringValue(checksum.Value);
        if (checksum.IsComposite) writer.WriteBooleanValue(true);
        writer.WriteEndArray();
    }

    /// <summary>Reads a checksum.</summary>
    /// <param name="element">The checksum.</param>
    /// <returns>The checksum.</returns>
    public static ObjectChecksum Read(JsonElement element) =>
        new(ReadKind(element[0]), element[1].GetString()!, element.GetArrayLength() > 2 && element[2].GetBoolean());

    /// <summary>Reads the name of an algorithm.</summary>
    /// <param name="element">The name.</param>
    /// <returns>The algorithm.</returns>
    public static ChecksumKind ReadKind(JsonElement element) =>
        ChecksumKinds.Parse(element.GetString()) ?? throw new JsonException("An unknown checksum algorithm.");
}
