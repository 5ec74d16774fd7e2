namespace RustStack.S3.Blobs;

/// <summary>Reads a range of a <see cref="CompositeBlob"/>, one part open at a time.</summary>
/// <param name="blob">The blob, referenced.</param>
/// <param name="offset">Where the range begins.</param>
/// <param name="lengthBytes">The range's length.</param>
internal sealed class CompositeBlobStream(CompositeBlob blob, long offset, long lengthBytes) : BlobStream(blob, lengthBytes)
{
    private Stream? _part;

    protected override async ValueTask<int> ReadRangeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            _part ??= blob.OpenPartAt(offset + Done, RemainingBytes);
            int read = await _part.ReadAsync(buffer, cancellationToken);
            if (read > 0) return read;
            await _part.DisposeAsync();
            _part = null;
        }
    }

    protected override void Close(Blob source)
    {
        _part?.Dispose();
        base.Close(source);
    }
}
