using RustStack.Core.Collections;

namespace RustStack.S3.Multipart;

/// <summary>A place among the uploads of a bucket.</summary>
/// <param name="key">The key.</param>
/// <param name="uploadId">The upload; null for the place after every upload of the key.</param>
internal readonly ref struct UploadProbe(ReadOnlySpan<byte> key, string? uploadId) : IKeyProbe<UploadKey>
{
    private readonly ReadOnlySpan<byte> _key = key;
    private readonly string? _uploadId = uploadId;

    public int CompareTo(UploadKey key)
    {
        int keys = _key.SequenceCompareTo(key.Key);
        if (keys != 0) return keys;
        return _uploadId is null ? 1 : string.CompareOrdinal(_uploadId, key.UploadId);
    }
}
