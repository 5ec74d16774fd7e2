using RustStack.S3.Errors;

namespace RustStack.S3.Forms;

/// <summary>The bytes of a form's file, read forward up to the delimiter that ends it.</summary>
/// <param name="buffer">The form's buffer.</param>
/// <param name="maxBytes">The most bytes that there may be; a longer file is an error that names its length.</param>
internal sealed class FormFileStream(FormBuffer buffer, long maxBytes) : Stream
{
    private long _lengthBytes;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _lengthBytes;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        if (_ended || destination.IsEmpty) return 0;
        ReadOnlyMemory<byte> piece = await TakeAsync(destination.Length, cancellationToken);
        if (_lengthBytes > maxBytes)
        {
            while (!_ended) await TakeAsync(int.MaxValue, cancellationToken);
            throw UploadErrors.EntityTooLarge(_lengthBytes, maxBytes);
        }

        piece.CopyTo(destination);
        return piece.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Forms are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int maxLength, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> piece = await buffer.TakeAsync(maxLength, cancellationToken);
        _lengthBytes += piece.Length;
        _ended = piece.IsEmpty;
        return piece;
    }
}
