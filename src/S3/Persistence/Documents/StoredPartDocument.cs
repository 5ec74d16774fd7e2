using System.Text.Json;
using RustStack.S3.Blobs;
using RustStack.S3.Multipart;

namespace RustStack.S3.Persistence.Documents;

/// <summary>A part of an upload in progress as it is saved. Its number is a column of the row.</summary>
internal static class StoredPartDocument
{
    private const string ETag = "etag";
    private const string LastModified = "time";
    private const string Bytes = "blob";
    private const string Checksum = "checksum";

    /// <summary>Writes a part.</summary>
    /// <param name="part">The part.</param>
    /// <returns>The document.</returns>
    public static byte[] Encode(StoredPart part) => DocumentEncoding.Encode(part, Write);

    /// <summary>Reads a part.</summary>
    /// <param name="document">The document.</param>
    /// <param name="number">The part's number.</param>
    /// <param name="find">Gives bytes by their name, with one more reference.</param>
    /// <returns>The part.</returns>
    public static StoredPart Decode(byte[] document, int number, Func<BlobReference, Blob> find) => DocumentEncoding.Decode(
        document,
        element => new StoredPart(
            number,
            element.GetProperty(ETag).GetString()!,
            element.Time(LastModified),
            BlobEncoding.Read(element.GetProperty(Bytes), find),
            ChecksumEncoding.Read(element.GetProperty(Checksum))));

    private static void Write(Utf8JsonWriter writer, StoredPart part)
    {
        writer.Text(ETag, part.ETag);
        writer.Time(LastModified, part.LastModified);
        writer.WritePropertyName(Bytes);
        BlobEncoding.Write(writer, part.Blob);
        writer.WritePropertyName(Checksum);
        ChecksumEncoding.Write(writer, part.Checksum);
    }
}
