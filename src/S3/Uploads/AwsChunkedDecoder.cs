using System.Globalization;
using System.Text;
using RustStack.S3.Errors;

namespace RustStack.S3.Uploads;

/// <summary>
/// Decodes a body of content encoding <c>aws-chunked</c> (Amazon S3 API reference, "Signature calculations for the Authorization header:
/// transferring payload in multiple chunks"), however it is cut into pieces:
/// <c>size[;extension=value]* CRLF bytes CRLF ... 0 CRLF [name:value CRLF]* CRLF</c>.
/// </summary>
/// <param name="observer">Sees the chunks, if signatures are verified.</param>
internal sealed class AwsChunkedDecoder(IChunkObserver? observer = null)
{
    /// <summary>The longest line of framing.</summary>
    public const int MaxLineBytes = 4096;

    /// <summary>The most trailers.</summary>
    public const int MaxTrailers = 32;

    /// <summary>Every chunk but the last must have this many bytes.</summary>
    public const int MinChunkBytes = 8192;

    private const int MaxSizeDigits = 15;
    private const string SignatureExtension = "chunk-signature=";

    private readonly byte[] _line = new byte[MaxLineBytes];
    private readonly List<KeyValuePair<string, string>> _trailers = [];
    private int _lineLength;
    private State _state;
    private long _remainingBytes;
    private long _lastChunkBytes = long.MaxValue;
    private int _chunks;

    private enum State
    {
        Size,
        Bytes,
        BytesEnd,
        Trailers,
    }

    /// <summary>The trailing headers that came, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Trailers => _trailers;

    /// <summary>Takes the next run of payload out of a piece of the body.</summary>
    /// <param name="input">The piece; what was used is cut off its front.</param>
    /// <param name="maxBytes">The most payload to take, at least one byte.</param>
    /// <param name="payload">Payload, a slice of the piece.</param>
    /// <returns>False when the piece is used up.</returns>
    /// <exception cref="Core.Errors.AwsException">The body is not well-formed.</exception>
    public bool TryRead(ref ReadOnlyMemory<byte> input, int maxBytes, out ReadOnlyMemory<byte> payload)
    {
        while (!input.IsEmpty)
        {
            if (_state == State.Bytes)
            {
                payload = input[..(int)Math.Min(Math.Min(input.Length, maxBytes), _remainingBytes)];
                input = input[payload.Length..];
                TakeBytes(payload.Span);
                return true;
            }

            if (TakeLine(ref input)) EndLine();
        }

        payload = default;
        return false;
    }

    /// <summary>Ends the body: it must be complete.</summary>
    /// <exception cref="Core.Errors.AwsException">It is not.</exception>
    public void Finish()
    {
        if (_state != State.Trailers) throw UploadErrors.IncompleteBody();
        if (_lineLength > 0) EndLine();
        observer?.EndTrailers(_trailers);
    }

    private void TakeBytes(ReadOnlySpan<byte> bytes)
    {
        observer?.Append(bytes);
        _remainingBytes -= bytes.Length;
        if (_remainingBytes > 0) return;
        observer?.EndChunk();
        _state = State.BytesEnd;
    }

    /// <summary>Collects a line up to its LF.</summary>
    private bool TakeLine(ref ReadOnlyMemory<byte> input)
    {
        int end = input.Span.IndexOf((byte)'\n');
        ReadOnlySpan<byte> part = end < 0 ? input.Span : input.Span[..end];
        if (part.Length > MaxLineBytes - _lineLength) throw Malformed();
        part.CopyTo(_line.AsSpan(_lineLength));
        _lineLength += part.Length;
        input = input[(end < 0 ? part.Length : end + 1)..];
        return end >= 0;
    }

    private void EndLine()
    {
        ReadOnlySpan<byte> line = _line.AsSpan(0, _lineLength);
        _lineLength = 0;
        if (line is [.. var start, (byte)'\r']) line = start;
        else if (_state != State.Trailers) throw Malformed();
        switch (_state)
        {
            case State.Size:
                BeginChunk(line);
                break;
            case State.BytesEnd when line.IsEmpty:
                _state = State.Size;
                break;
            case State.Trailers:
                AddTrailer(line);
                break;
            default:
                throw Malformed();
        }
    }

    private void BeginChunk(ReadOnlySpan<byte> line)
    {
        int semicolon = line.IndexOf((byte)';');
        ReadOnlySpan<byte> digits = (semicolon < 0 ? line : line[..semicolon]).Trim((byte)' ');
        if (digits.Length is 0 or > MaxSizeDigits) throw Malformed();
        if (!long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long size)) throw Malformed();

        _chunks++;
        if (size > 0 && _lastChunkBytes < MinChunkBytes) throw UploadErrors.ChunkTooSmall(_chunks - 1, _lastChunkBytes);
        _lastChunkBytes = size;
        observer?.BeginChunk(size, semicolon < 0 ? null : Signature(Encoding.Latin1.GetString(line[(semicolon + 1)..])));
        if (size == 0) observer?.EndChunk();
        _remainingBytes = size;
        _state = size == 0 ? State.Trailers : State.Bytes;
    }

    private static string? Signature(string extensions)
    {
        foreach (string extension in extensions.Split(';', StringSplitOptions.TrimEntries))
        {
            if (extension.StartsWith(SignatureExtension, StringComparison.OrdinalIgnoreCase)) return extension[SignatureExtension.Length..];
        }

        return null;
    }

    /// <summary>Blank lines are passed over: the signature of the trailers comes after one.</summary>
    private void AddTrailer(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty) return;
        int colon = line.IndexOf((byte)':');
        if (colon <= 0 || _trailers.Count == MaxTrailers) throw UploadErrors.MalformedTrailer();
        _trailers.Add(new(Encoding.Latin1.GetString(line[..colon]).Trim(), Encoding.Latin1.GetString(line[(colon + 1)..]).Trim()));
    }

    private static Core.Errors.AwsException Malformed() => UploadErrors.IncompleteBody();
}
