using System.Globalization;
using RustStack.S3.Blobs;
using RustStack.S3.Checksums;
using RustStack.S3.Objects;

namespace RustStack.S3.Multipart;

/// <summary>What a multipart upload becomes when it is completed with some of its parts. No byte is copied.</summary>
/// <param name="Parts">The parts, in order.</param>
/// <param name="Version">The object. Its bytes are those of the parts, whose references pass to it only when the bucket takes it.</param>
internal sealed record UploadCompletion(IReadOnlyList<StoredPart> Parts, StoredObject Version)
{
    /// <summary>Puts parts together.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="parts">The parts, in order; at least one.</param>
    /// <returns>The object, which S3 dates from when the upload was begun.</returns>
    public static UploadCompletion Create(PendingUpload upload, IReadOnlyList<StoredPart> parts)
    {
        StoredObject version = new()
        {
            LastModified = upload.Initiated,
            ETag = ETagOf(parts),
            Blob = parts.Count == 1 ? parts[0].Blob : new CompositeBlob([.. parts.Select(static part => part.Blob)]),
            Properties = upload.Properties,
            Checksum = ChecksumOf(upload.Checksum, parts),
            Parts = [.. parts.Select(static part => new ObjectPart(part.Number, part.SizeBytes, part.Checksum))],
        };
        return new(parts, version);
    }

    private static string ETagOf(IReadOnlyList<StoredPart> parts)
    {
        using var hash = StreamingHash.CreateMd5();
        foreach (StoredPart part in parts) hash.Append(Convert.FromHexString(part.ETag));
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hash.Finish())}-{parts.Count}");
    }

    private static ObjectChecksum ChecksumOf(UploadChecksum checksum, IReadOnlyList<StoredPart> parts) => checksum.IsComposite
        ? ObjectChecksum.Compose(checksum.Kind, [.. parts.Select(static part => part.Checksum.Value)])
        : ObjectChecksum.Combine(checksum.Kind, parts.Select(static part => (part.Checksum.Value, part.SizeBytes)));
}
