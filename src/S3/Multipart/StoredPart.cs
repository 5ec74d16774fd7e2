using RustStack.S3.Blobs;
using RustStack.S3.Checksums;

namespace RustStack.S3.Multipart;

/// <summary>A part of an upload in progress.</summary>
/// <param name="Number">Its number, 1 to 10,000.</param>
/// <param name="ETag">Its ETag without quotes: the MD5 of its bytes.</param>
/// <param name="LastModified">When it was uploaded.</param>
/// <param name="Blob">Its bytes; the upload that holds the part holds one reference.</param>
/// <param name="Checksum">Its checksum, of the upload's algorithm.</param>
internal sealed record StoredPart(int Number, string ETag, DateTimeOffset LastModified, Blob Blob, ObjectChecksum Checksum)
{
    /// <summary>The largest part number.</summary>
    public const int MaxNumber = 10_000;

    public long SizeBytes => Blob.LengthBytes;

    public string QuotedETag => $"\"{ETag}\"";
}
