using System.Buffers;
using System.Text;
using RustStack.S3.Errors;

namespace RustStack.S3.Forms;

/// <summary>
/// Reads a form upload (multipart/form-data, RFC 7578) as it comes: the fields before the file, which are bounded, then the file as a
/// stream. What follows the file is not looked at, as S3 does.
/// </summary>
/// <param name="body">The request's body; it stays open.</param>
/// <param name="delimiter">What stands between parts.</param>
internal sealed class FormReader(Stream body, byte[] delimiter) : IDisposable
{
    /// <summary>The most bytes before the file: 20 KB (API reference, "POST Object").</summary>
    public const int MaxFieldBytes = 20 * 1024;

    private const string FileField = "file";

    private readonly FormBuffer _buffer = new(body, delimiter);
    private int _usedBytes;

    /// <summary>Reads the fields up to the file.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The fields; the file's bytes are next.</returns>
    /// <exception cref="Core.Errors.AwsException">The form is not well-formed, too long, or has no file.</exception>
    public async ValueTask<FormFields> ReadFieldsAsync(CancellationToken cancellationToken)
    {
        FormFields fields = new();
        await ReadValueAsync(cancellationToken);
        while (!await _buffer.IsLastAsync(cancellationToken))
        {
            await ReadPaddingAsync(cancellationToken);
            IReadOnlyDictionary<string, string> disposition = await ReadHeadAsync(cancellationToken);
            string name = disposition.GetValueOrDefault("name") ?? throw FormErrors.Malformed();
            if (name.Equals(FileField, StringComparison.OrdinalIgnoreCase))
            {
                fields.SetFileName(disposition.GetValueOrDefault("filename"));
                return fields;
            }

            fields.Add(name, Encoding.UTF8.GetString((await ReadValueAsync(cancellationToken)).Span));
        }

        throw FormErrors.NoFile();
    }

    /// <summary>The file's bytes.</summary>
    /// <param name="maxBytes">The most bytes that it may have.</param>
    /// <returns>A stream that reads forward once.</returns>
    public FormFileStream OpenFile(long maxBytes) => new(_buffer, maxBytes);

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => _buffer.Dispose();

    /// <summary>Reads what is left of a delimiter's line: white space at most.</summary>
    private async ValueTask ReadPaddingAsync(CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> line = await _buffer.TakeLineAsync(MaxFieldBytes - _usedBytes, cancellationToken);
        Use(line.Length);
        if (!line.Span.Trim(" \t"u8).IsEmpty) throw FormErrors.Malformed();
    }

    /// <summary>Reads the head of a part.</summary>
    /// <returns>The parameters of its Content-Disposition; what else it says is of no account, as at S3.</returns>
    private async ValueTask<IReadOnlyDictionary<string, string>> ReadHeadAsync(CancellationToken cancellationToken)
    {
        string disposition = "";
        while (true)
        {
            ReadOnlyMemory<byte> line = await _buffer.TakeLineAsync(MaxFieldBytes - _usedBytes, cancellationToken);
            Use(line.Length);
            if (line.IsEmpty) return HeaderParameters.Parse(disposition);
            string text = Encoding.UTF8.GetString(line.Span);
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) throw FormErrors.Malformed();
            bool isDisposition = text.AsSpan(0, colon).Trim().Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase);
            if (isDisposition) disposition = text[(colon + 1)..].Trim();
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadValueAsync(CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> value = new();
        while (true)
        {
            ReadOnlyMemory<byte> piece = await _buffer.TakeAsync(MaxFieldBytes + 1, cancellationToken);
            if (piece.IsEmpty) return value.WrittenMemory;
            Use(piece.Length);
            value.Write(piece.Span);
        }
    }

    private void Use(int bytes)
    {
        _usedBytes += bytes;
        if (_usedBytes > MaxFieldBytes) throw FormErrors.FieldsTooLong(MaxFieldBytes);
    }
}
