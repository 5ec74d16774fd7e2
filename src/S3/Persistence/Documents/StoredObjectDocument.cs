using System.Text.Json;
using RustStack.S3.Blobs;
using RustStack.S3.Objects;

namespace RustStack.S3.Persistence.Documents;

/// <summary>A version or delete marker as it is saved. Its key and its place are columns of the row.</summary>
internal static class StoredObjectDocument
{
    private const string VersionId = "id";
    private const string LastModified = "time";
    private const string ETag = "etag";
    private const string Bytes = "blob";
    private const string Checksum = "checksum";
    private const string Parts = "parts";

    /// <summary>Writes a version.</summary>
    /// <param name="version">The version.</param>
    /// <returns>The document.</returns>
    public static byte[] Encode(StoredObject version) => DocumentEncoding.Encode(version, Write);

    /// <summary>Reads a version.</summary>
    /// <param name="document">The document.</param>
    /// <param name="order">The version's place.</param>
    /// <param name="find">Gives bytes by their name, with one more reference.</param>
    /// <returns>The version.</returns>
    public static StoredObject Decode(byte[] document, long order, Func<BlobReference, Blob> find) =>
        DocumentEncoding.Decode(document, element => Read(element, order, find));

    private static void Write(Utf8JsonWriter writer, StoredObject version)
    {
        if (version.VersionId != Objects.VersionId.Null) writer.Text(VersionId, version.VersionId);
        writer.Time(LastModified, version.LastModified);
        if (version.ETag.Length > 0) writer.Text(ETag, version.ETag);
        if (version.Blob is not null)
        {
            writer.WritePropertyName(Bytes);
            BlobEncoding.Write(writer, version.Blob);
        }

        if (version.Checksum is not null)
        {
            writer.WritePropertyName(Checksum);
            ChecksumEncoding.Write(writer, version.Checksum);
        }

        if (version.Parts.Count > 0) WriteParts(writer, version.Parts);
        ObjectPropertiesEncoding.Write(writer, version.Properties);
    }

    private static StoredObject Read(JsonElement element, long order, Func<BlobReference, Blob> find) => new()
    {
        VersionId = element.Text(VersionId) ?? Objects.VersionId.Null,
        Order = order,
        LastModified = element.Time(LastModified),
        ETag = element.Text(ETag) ?? "",
        Blob = element.Member(Bytes) is { } blob ? BlobEncoding.Read(blob, find) : null,
        Checksum = element.Member(Checksum) is { } checksum ? ChecksumEncoding.Read(checksum) : null,
        Parts = [.. element.Elements(Parts).Select(ReadPart)],
        Properties = ObjectPropertiesEncoding.Read(element),
    };

    private static void WriteParts(Utf8JsonWriter writer, IReadOnlyList<ObjectPart> parts)
    {
        writer.WriteStartArray(Parts);
        foreach (ObjectPart part in parts)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(part.Number);
            writer.WriteNumberValue(part.SizeBytes);
            ChecksumEncoding.Write(writer, part.Checksum);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static ObjectPart ReadPart(JsonElement part) => new(part[0].GetInt32(), part[1].GetInt64(), ChecksumEncoding.Read(part[2]));
}
