namespace RustStack.S3.Blobs;

/// <summary>A blob in memory: chunks of one size, the last one shorter, none of them on the large object heap.</summary>
/// <param name="chunks">The chunks: all but the last hold <see cref="ChunkSizeBytes"/>.</param>
/// <param name="lengthBytes">The sum of their lengths.</param>
internal sealed class MemoryBlob(byte[][] chunks, long lengthBytes) : Blob(lengthBytes)
{
    /// <summary>The size of a full chunk: 64 KiB, below the 85,000 bytes from which arrays live on the large object heap.</summary>
    public const int ChunkSizeBytes = 65_536;

    private byte[][] _chunks = chunks;

    protected override BlobStream OpenRange(long offset, long lengthBytes) => new MemoryBlobStream(this, _chunks, offset, lengthBytes);

    protected override void Free() => _chunks = [];
}
