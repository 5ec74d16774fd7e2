using System.Text.Json;
using RustStack.S3.Checksums;
using RustStack.S3.Multipart;

namespace RustStack.S3.Persistence.Documents;

/// <summary>A multipart upload in progress as it is saved. Its key and id are columns of the row; its parts are rows of their own.</summary>
internal static class PendingUploadDocument
{
    private const string Initiated = "time";
    private const string Initiator = "initiator";
    private const string Checksum = "checksum";
    private const string IsComposite = "composite";
    private const string IsDeclared = "declared";
    private const string ObjectExisted = "existed";
    private const string Properties = "properties";

    /// <summary>Writes an upload.</summary>
    /// <param name="upload">The upload.</param>
    /// <returns>The document.</returns>
    public static byte[] Encode(PendingUpload upload) => DocumentEncoding.Encode(upload, Write);

    /// <summary>Reads an upload.</summary>
    /// <param name="document">The document.</param>
    /// <param name="key">The key that it is for.</param>
    /// <param name="uploadId">Its id.</param>
    /// <returns>The upload, without parts.</returns>
    public static PendingUpload Decode(byte[] document, byte[] key, string uploadId) => DocumentEncoding.Decode(
        document,
        element => new PendingUpload(
            key,
            uploadId,
            element.Time(Initiated),
            element.GetProperty(Initiator).GetString()!,
            ObjectPropertiesEncoding.Read(element.GetProperty(Properties)),
            ReadChecksum(element))
        {
            ObjectExisted = element.Flag(ObjectExisted) == true,
        });

    private static void Write(Utf8JsonWriter writer, PendingUpload upload)
    {
        writer.Time(Initiated, upload.Initiated);
        writer.Text(Initiator, upload.InitiatorAccountId);
        writer.Text(Checksum, upload.Checksum.Kind.Name());
        if (upload.Checksum.IsComposite) writer.Flag(IsComposite, true);
        if (upload.Checksum.IsDeclared) writer.Flag(IsDeclared, true);
        if (upload.ObjectExisted) writer.Flag(ObjectExisted, true);
        writer.WriteStartObject(Properties);
        ObjectPropertiesEncoding.Write(writer, upload.Properties);
        writer.WriteEndObject();
    }

    private static UploadChecksum ReadChecksum(JsonElement element) => new(
        ChecksumEncoding.ReadKind(element.GetProperty(Checksum)), element.Flag(IsComposite) == true, element.Flag(IsDeclared) == true);
}
