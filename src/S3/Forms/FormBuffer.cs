using System.Buffers;
using RustStack.S3.Errors;

namespace RustStack.S3.Forms;

/// <summary>
/// The bytes of a form's body in one buffer that fills as it is read: what stands before a delimiter is found piece by piece, so that a
/// part may have any length (RFC 2046, section 5.1).
/// </summary>
/// <param name="body">The body; it stays open.</param>
/// <param name="delimiter">What stands between parts: line break, two dashes, boundary.</param>
internal sealed class FormBuffer(Stream body, byte[] delimiter) : IDisposable
{
    private const int SizeBytes = 65_536;

    private byte[] _buffer = WithLineBreak(ArrayPool<byte>.Shared.Rent(SizeBytes));
    private int _start;
    private int _end = 2;

    /// <summary>Takes bytes that stand before the next delimiter.</summary>
    /// <param name="maxBytes">The most bytes to take; more than zero.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The bytes, valid until the next call; none when the delimiter is next, which then is passed.</returns>
    /// <exception cref="Core.Errors.AwsException">The body ends without a delimiter.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            int found = _buffer.AsSpan(_start, _end - _start).IndexOf(delimiter);
            if (found == 0)
            {
                _start += delimiter.Length;
                return default;
            }

            int certain = found > 0 ? found : _end - _start - (delimiter.Length - 1);
            if (certain > 0) return Advance(Math.Min(certain, maxBytes));
            if (!await FillAsync(cancellationToken)) throw FormErrors.Malformed();
        }
    }

    /// <summary>Whether the delimiter just passed was the last: two dashes follow it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True when they do.</returns>
    /// <exception cref="Core.Errors.AwsException">The body ends with the delimiter.</exception>
    public async ValueTask<bool> IsLastAsync(CancellationToken cancellationToken)
    {
        while (_end - _start < 2)
        {
            if (!await FillAsync(cancellationToken)) throw FormErrors.Malformed();
        }

        return _buffer.AsSpan(_start, 2).SequenceEqual("--"u8);
    }

    /// <summary>Takes a line of a part's head, without its line break.</summary>
    /// <param name="maxBytes">The most bytes that it may have.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The line, valid until the next call.</returns>
    /// <exception cref="Core.Errors.AwsException">It is longer, or the body ends in it.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> TakeLineAsync(int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            int found = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if ((found < 0 ? _end - _start : found) > maxBytes) throw FormErrors.FieldsTooLong(FormReader.MaxFieldBytes);
            if (found >= 0)
            {
                ReadOnlyMemory<byte> line = Advance(found);
                _start += 2;
                return line;
            }

            if (!await FillAsync(cancellationToken)) throw FormErrors.Malformed();
        }
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = ([], 0, 0);
    }

    /// <summary>The first delimiter has no line break before it when the body starts with it: one is put there.</summary>
    private static byte[] WithLineBreak(byte[] buffer)
    {
        "\r\n"u8.CopyTo(buffer);
        return buffer;
    }

    private ReadOnlyMemory<byte> Advance(int count)
    {
        ReadOnlyMemory<byte> taken = _buffer.AsMemory(_start, count);
        _start += count;
        return taken;
    }

    /// <summary>Reads more. What is not taken yet is shorter than the buffer: a delimiter at most, or a bounded line.</summary>
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0) _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        int read = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read > 0;
    }
}
