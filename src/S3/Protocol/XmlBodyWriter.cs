using System.Buffers;
using System.Buffers.Text;

namespace RustStack.S3.Protocol;

/// <summary>
/// Writes one document of an answer as S3 does: the declaration and a line break, S3's namespace on the root, no indentation. An element
/// that nothing is written into closes itself; an empty text does not.
/// </summary>
internal sealed class XmlBodyWriter : IDisposable
{
    private const int InitialBytes = 4096;
    private const int MaxPrimitiveBytes = 32;

    /// <summary>What a tag has beside its name: <c>&lt;/&gt;</c>.</summary>
    private const int MaxTagBytes = 3;

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

        Close(name, Room(name.Length + MaxTagBytes), 0);
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
        Span<byte> content = Open(name, XmlEscape.MaxCharBytes * value.Length);
        Close(name, content, XmlEscape.Write(value, content));
    }

    /// <summary>Writes an element for each text of a list; null writes none.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="values">The texts, unescaped.</param>
    public void Elements(ReadOnlySpan<byte> name, IReadOnlyList<string>? values)
    {
        // Entries of listings have lists of one: an index costs nothing where an enumerator is an object.
        for (int i = 0; i < values?.Count; i++) Element(name, values[i]);
    }

    /// <summary>Writes an element with a number; null writes none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    public void Element(ReadOnlySpan<byte> name, long? value)
    {
        if (value is not { } number) return;
        Span<byte> content = Open(name, MaxPrimitiveBytes);
        Utf8Formatter.TryFormat(number, content, out int written);
        Close(name, content, written);
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
        if (value is not { } time) return;
        Span<byte> content = Open(name, MaxPrimitiveBytes);
        Close(name, content, WireValue.Print(time, content));
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    /// <summary>
    /// Opens an element with a value and gives the room for the value and the element's end: a listing has thousands of them, so that each
    /// looks for room once.
    /// </summary>
    private Span<byte> Open(ReadOnlySpan<byte> name, int maxValueBytes)
    {
        if (_length == 0)
        {
            Start(name);
            CloseTag();
            return Room(maxValueBytes + name.Length + MaxTagBytes);
        }

        CloseTag();
        Span<byte> room = Room(maxValueBytes + (2 * (name.Length + MaxTagBytes)));
        room[0] = (byte)'<';
        name.CopyTo(room[1..]);
        room[name.Length + 1] = (byte)'>';
        _length += name.Length + 2;
        return room[(name.Length + 2)..];
    }

    /// <summary>Closes an element behind the value that was written into its room.</summary>
    private void Close(ReadOnlySpan<byte> name, Span<byte> room, int valueBytes)
    {
        room[valueBytes] = (byte)'<';
        room[valueBytes + 1] = (byte)'/';
        name.CopyTo(room[(valueBytes + 2)..]);
        room[valueBytes + 2 + name.Length] = (byte)'>';
        _length += valueBytes + name.Length + MaxTagBytes;
    }

    private void CloseTag()
    {
        if (!_isTagOpen) return;
        Append(">"u8);
        _isTagOpen = false;
    }

    private void Escape(ReadOnlySpan<char> text) => _length += XmlEscape.Write(text, Room(XmlEscape.MaxCharBytes * text.Length));

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
