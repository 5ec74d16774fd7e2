using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace RustStack.S3.Protocol;

/// <summary>
/// Writes one document of an answer as S3 does: the declaration and a line break, S3's namespace on the root, no indentation. An element
/// that nothing is written into closes itself; an empty text does not.
/// </summary>
internal sealed class XmlBodyWriter : IDisposable
{
    private const int InitialBytes = 4096;
    private const int MaxPrimitiveBytes = 32;

    /// <summary>What text and attribute values must not hold as it is.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(static c => c is not ('\t' or '\n')).Select(static c => (char)c),
        '&', '<', '>', '"', '\uFFFE', '\uFFFF',
    ]);

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int _length;
    private bool _isTagOpen;

    /// <summary>What was written; valid until more is written or the writer is disposed.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>Opens an element. The first is the root.</summary>
    /// <param name="name">Its name.</param>
    public void Start(ReadOnlySpan<byte> name)
    {
        bool isRoot = _length == 0;
        if (isRoot) Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8);
        CloseTag();
        Append("<"u8);
        Append(name);
        if (isRoot) Append(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\""u8);
        _isTagOpen = true;
    }

    /// <summary>Opens the root of an error document, which has no namespace.</summary>
    /// <param name="name">Its name.</param>
    public void StartWithoutNamespace(ReadOnlySpan<byte> name)
    {
        Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"u8);
        Append(name);
        _isTagOpen = true;
    }

    /// <summary>Closes an element.</summary>
    /// <param name="name">Its name.</param>
    public void End(ReadOnlySpan<byte> name)
    {
        if (_isTagOpen)
        {
            Append("/>"u8);
            _isTagOpen = false;
            return;
        }

        Append("</"u8);
        Append(name);
        Append(">"u8);
    }

    /// <summary>Writes an attribute of the element just opened; null writes none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, unescaped.</param>
    public void Attribute(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null) return;
        Append(" "u8);
        Append(name);
        Append("=\""u8);
        Escape(value);
        Append("\""u8);
    }

    /// <summary>Writes text into the element just opened; null writes none.</summary>
    /// <param name="value">The text, unescaped.</param>
    public void Text(string? value)
    {
        if (value is null) return;
        CloseTag();
        Escape(value);
    }

    /// <summary>Writes an element with a text; null writes none, an empty text writes an empty element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The text, unescaped.</param>
    public void Element(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null) return;
        Start(name);
        CloseTag();
        Escape(value);
        End(name);
    }

    /// <summary>Writes an element with a number; null writes none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    public void Element(ReadOnlySpan<byte> name, long? value)
    {
        if (value is not { } number) return;
        Start(name);
        CloseTag();
        Utf8Formatter.TryFormat(number, Room(MaxPrimitiveBytes), out int written);
        _length += written;
        End(name);
    }

    /// <summary>Writes an element with a boolean; null writes none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The boolean.</param>
    public void Element(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag) Element(name, flag ? "true" : "false");
    }

    /// <summary>Writes an element with a time as S3 prints it; null writes none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The time.</param>
    public void Element(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time) Element(name, WireValue.Print(time));
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void CloseTag()
    {
        if (!_isTagOpen) return;
        Append(">"u8);
        _isTagOpen = false;
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        while (true)
        {
            int special = text.IndexOfAny(Escaped);
            AppendText(special < 0 ? text : text[..special]);
            if (special < 0) return;
            AppendReference(text[special]);
            text = text[(special + 1)..];
        }
    }

    private void AppendReference(char special)
    {
        switch (special)
        {
            case '&':
                Append("&amp;"u8);
                break;
            case '<':
                Append("&lt;"u8);
                break;
            case '>':
                Append("&gt;"u8);
                break;
            case '"':
                Append("&quot;"u8);
                break;
            case '\r':
                Append("&#13;"u8);
                break;
            default:
                AppendText(string.Create(CultureInfo.InvariantCulture, $"&#x{(int)special:x};"));
                break;
        }
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        Span<byte> room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, room);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - _length < bytes)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + bytes, _buffer.Length * 2));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
