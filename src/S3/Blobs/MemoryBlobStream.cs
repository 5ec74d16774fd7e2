namespace RustStack.S3.Blobs;

/// <summary>Reads a range of a <see cref="MemoryBlob"/>; copying to another stream hands the chunks on as they are.</summary>
/// <param name="blob">The blob, referenced.</param>
/// <param name="chunks">Its chunks.</param>
/// <param name="offset">Where the range begins.</param>
/// <param name="lengthBytes">The range's length.</param>
internal sealed class MemoryBlobStream(MemoryBlob blob, byte[][] chunks, long offset, long lengthBytes) : BlobStream(blob, lengthBytes)
{
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        while (RemainingBytes > 0)
        {
            ReadOnlyMemory<byte> next = Next();
            await destination.WriteAsync(next, cancellationToken);
            Advance(next.Length);
        }
    }

    protected override ValueTask<int> ReadRangeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> next = Next();
        int count = Math.Min(next.Length, buffer.Length);
        next[..count].CopyTo(buffer);
        return ValueTask.FromResult(count);
    }

    private ReadOnlyMemory<byte> Next()
    {
        long position = offset + Done;
        int within = (int)(position % MemoryBlob.ChunkSizeBytes);
        byte[] chunk = chunks[position / MemoryBlob.ChunkSizeBytes];
        return chunk.AsMemory(within, (int)Math.Min(chunk.Length - within, RemainingBytes));
    }
}
