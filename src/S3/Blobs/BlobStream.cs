namespace RustStack.S3.Blobs;

/// <summary>Reads a range of a blob forward, once. It holds a reference that it gives back when it is disposed.</summary>
/// <param name="blob">The blob, with the reference that passes to this stream.</param>
/// <param name="lengthBytes">The length of the range.</param>
internal abstract class BlobStream(Blob blob, long lengthBytes) : Stream
{
    private bool _disposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => lengthBytes;

    public override long Position
    {
        get => Done;
        set => throw new NotSupportedException();
    }

    /// <summary>How many bytes of the range were read.</summary>
    protected long Done { get; private set; }

    /// <summary>How many bytes of the range are to come.</summary>
    protected long RemainingBytes => lengthBytes - Done;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        int wanted = (int)Math.Min(buffer.Length, RemainingBytes);
        if (wanted == 0) return 0;
        int read = await ReadRangeAsync(buffer[..wanted], cancellationToken);
        if (read == 0) throw new EndOfStreamException("A stored blob is shorter than it was when it was written.");
        Done += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Blobs are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    /// <summary>Notes that bytes were handed on without a copy.</summary>
    protected void Advance(int readBytes) => Done += readBytes;

    /// <summary>Reads at <see cref="Done"/>: at least one byte and at most the buffer, which is not longer than what remains.</summary>
    protected abstract ValueTask<int> ReadRangeAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Closes what the stream itself opened.</summary>
    protected virtual void Close(Blob source) => source.Release();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            Close(blob);
        }

        base.Dispose(disposing);
    }
}
