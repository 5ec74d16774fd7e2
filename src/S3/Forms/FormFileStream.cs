using RustStack.S3.Errors;
using RustStack.S3.Uploads;

namespace RustStack.S3.Forms;

/// <summary>The bytes of a form's file, read forward up to the delimiter that ends it.</summary>
/// <param name="buffer">The form's buffer.</param>
/// <param name="maxBytes">The most bytes that there may be; a longer file is an error that names its length.</param>
internal sealed class FormFileStream(FormBuffer buffer, long maxBytes) : IncomingStream
{
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        if (_ended || destination.IsEmpty) return 0;
        ReadOnlyMemory<byte> piece = await TakeAsync(destination.Length, cancellationToken);
        if (ReadBytes > maxBytes)
        {
            while (!_ended) await TakeAsync(int.MaxValue, cancellationToken);
            throw UploadErrors.EntityTooLarge(ReadBytes, maxBytes);
        }

        piece.CopyTo(destination);
        return piece.Length;
    }

    private async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int maxLength, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> piece = await buffer.TakeAsync(maxLength, cancellationToken);
        ReadBytes += piece.Length;
        _ended = piece.IsEmpty;
        return piece;
    }
}
