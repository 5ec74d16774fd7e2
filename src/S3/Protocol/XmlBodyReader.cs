using System.Globalization;
using System.Text;
using RustStack.Core.Errors;
using RustStack.S3.Errors;

namespace RustStack.S3.Protocol;

/// <summary>
/// Reads a request's document element by element. It is strict about well-formedness, takes no DTD, ignores namespaces and prefixes, and
/// bounds depth and attributes; whatever it does not take is the error MalformedXML. The document's size is bounded before it gets here.
/// </summary>
internal ref struct XmlBodyReader
{
    /// <summary>The most elements open at once.</summary>
    public const int MaxDepth = 32;

    /// <summary>The most attributes of one element.</summary>
    public const int MaxAttributes = 16;

    private readonly ReadOnlySpan<byte> _document;
    private XmlNames _names;
    private XmlAttributes _attributes;
    private int _attributeCount;
    private int _position;
    private int _depth;
    private bool _isEmptyElement;

    /// <summary>Starts to read a document.</summary>
    /// <param name="document">The document in UTF-8, with or without byte order mark.</param>
    public XmlBodyReader(ReadOnlySpan<byte> document)
    {
        if (!XmlText.IsAllowed(document)) throw Malformed();
        _document = document.StartsWith("\uFEFF"u8) ? document[3..] : document;
    }

    /// <summary>Moves into the root element.</summary>
    /// <param name="name">The name that it must have.</param>
    public void ReadRoot(ReadOnlySpan<byte> name)
    {
        if (Rest.StartsWith("<?xml"u8) && Rest.Length > 5 && XmlText.IsSpace(Rest[5])) ReadDeclaration();
        if (!ReadTag() || !NameIs(name)) throw Malformed();
    }

    /// <summary>Checks that nothing but comments follows the root element.</summary>
    public void ReadEnd()
    {
        SkipMisc();
        if (_depth != 0 || !Rest.IsEmpty) throw Malformed();
    }

    /// <summary>Moves into the next child of the current element.</summary>
    /// <returns>False when there is none; then the reader has left the element.</returns>
    public bool ReadChild()
    {
        if (!_isEmptyElement) return ReadTag();
        Leave();
        return false;
    }

    /// <summary>Whether the element just moved into has a name, its prefix aside.</summary>
    /// <param name="name">The name.</param>
    public readonly bool NameIs(ReadOnlySpan<byte> name) => Local(_document[_names[_depth - 1]]).SequenceEqual(name);

    /// <summary>An attribute of the element just moved into.</summary>
    /// <param name="name">The name, its prefix aside.</param>
    /// <returns>Its value, or null.</returns>
    public readonly string? Attribute(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < _attributeCount; i++)
        {
            ReadOnlySpan<byte> attribute = _document[_attributes[i].Name];
            if (attribute.StartsWith("xmlns"u8) || !Local(attribute).SequenceEqual(name)) continue;
            StringBuilder value = new();
            XmlText.Append(_document[_attributes[i].Value], value);
            return value.ToString();
        }

        return null;
    }

    /// <summary>Refuses a second element in the place of a single one.</summary>
    /// <param name="first">What the first gave, or null.</param>
    public static void RefuseSecond(object? first)
    {
        if (first is not null) throw Malformed();
    }

    /// <summary>Reads the current element's text and leaves it. It holds no elements.</summary>
    /// <param name="first">What an earlier element of this name gave: there must be none.</param>
    public string ReadString(string? first)
    {
        RefuseSecond(first);
        if (_isEmptyElement)
        {
            Leave();
            return "";
        }

        int end = Rest.IndexOf((byte)'<');
        ReadOnlySpan<byte> text = Rest[..Math.Max(end, 0)];
        if (end >= 0 && Rest.Length > end + 1 && Rest[end + 1] == (byte)'/' && !text.ContainsAny((byte)'&', (byte)'\r', (byte)'>'))
        {
            _position += end;
            ReadEndTag();
            return Encoding.UTF8.GetString(text);
        }

        StringBuilder value = new();
        ReadText(value);
        return value.ToString();
    }

    /// <summary>Reads the current element as an integer and leaves it.</summary>
    /// <param name="first">What an earlier element of this name gave: there must be none.</param>
    public int ReadInteger(int? first)
    {
        string text = ReadScalar(first.HasValue);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : throw Malformed();
    }

    /// <summary>Reads the current element as a long integer and leaves it.</summary>
    /// <param name="first">What an earlier element of this name gave: there must be none.</param>
    public long ReadLong(long? first)
    {
        string text = ReadScalar(first.HasValue);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : throw Malformed();
    }

    /// <summary>Reads the current element as a boolean and leaves it.</summary>
    /// <param name="first">What an earlier element of this name gave: there must be none.</param>
    public bool ReadBoolean(bool? first) => bool.TryParse(ReadScalar(first.HasValue), out bool value) ? value : throw Malformed();

    /// <summary>Reads the current element as a date and time and leaves it.</summary>
    /// <param name="first">What an earlier element of this name gave: there must be none.</param>
    public DateTimeOffset ReadTimestamp(DateTimeOffset? first) => WireValue.HttpDateOrNull(ReadScalar(first.HasValue)) ?? throw Malformed();

    /// <summary>Leaves the current element without looking at what it holds, which must be well-formed all the same.</summary>
    public void Skip()
    {
        int outside = _depth - 1;
        while (_depth > outside)
        {
            if (_isEmptyElement) Leave();
            else if (ReadUntilTag(null)) ReadEndTag();
            else ReadStartTag();
        }
    }

    private readonly ReadOnlySpan<byte> Rest => _document[_position..];

    private static AwsException Malformed() => RequestErrors.MalformedXml();

    private static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> name) => name[(name.IndexOf((byte)':') + 1)..];

    private string ReadScalar(bool isSecond)
    {
        if (isSecond) throw Malformed();
        return ReadString(null).Trim();
    }

    /// <summary>Reads mixed text and CDATA up to the current element's end tag.</summary>
    private void ReadText(StringBuilder value)
    {
        if (!ReadUntilTag(value)) throw Malformed();
        ReadEndTag();
    }

    /// <summary>Passes text, CDATA, comments and instructions. True when an end tag follows, false when a start tag does.</summary>
    private bool ReadUntilTag(StringBuilder? value)
    {
        while (true)
        {
            int markup = Rest.IndexOf((byte)'<');
            if (markup < 0) throw Malformed();
            ReadOnlySpan<byte> text = Rest[..markup];
            if (text.IndexOf("]]>"u8) >= 0 || !XmlText.Append(text, value)) throw Malformed();
            _position += markup;
            if (Rest.StartsWith("</"u8)) return true;
            if (Rest.StartsWith("<![CDATA["u8)) ReadCData(value);
            else if (!SkipCommentOrInstruction()) return false;
        }
    }

    private void ReadCData(StringBuilder? value)
    {
        const int OpeningLength = 9;
        int end = Rest.IndexOf("]]>"u8);
        if (end < 0) throw Malformed();
        value?.Append(Encoding.UTF8.GetString(Rest[OpeningLength..end]).ReplaceLineEndings("\n"));
        _position += end + 3;
    }

    /// <summary>Moves to the next tag where only elements stand: true for a start tag, which is entered; false for the end tag.</summary>
    private bool ReadTag()
    {
        SkipMisc();
        if (Rest.IsEmpty || Rest[0] != (byte)'<') throw Malformed();
        if (Rest.StartsWith("</"u8))
        {
            ReadEndTag();
            return false;
        }

        ReadStartTag();
        return true;
    }

    private void SkipMisc()
    {
        do
        {
            SkipSpace();
        }
        while (SkipCommentOrInstruction());
    }

    private bool SkipSpace()
    {
        int start = _position;
        while (_position < _document.Length && XmlText.IsSpace(_document[_position])) _position++;
        return _position > start;
    }

    private bool SkipCommentOrInstruction()
    {
        if (Rest.StartsWith("<!--"u8))
        {
            int end = Rest[4..].IndexOf("--"u8);
            if (end < 0 || !Rest[(4 + end)..].StartsWith("-->"u8)) throw Malformed();
            _position += end + 7;
            return true;
        }

        if (!Rest.StartsWith("<?"u8)) return false;
        int close = Rest.IndexOf("?>"u8);
        if (close < 3 || !XmlText.IsNameStart(Rest[2]) || IsReserved(Rest[2..close])) throw Malformed();
        _position += close + 2;
        return true;
    }

    /// <summary>Whether an instruction's target is <c>xml</c>, which only the document's start may have.</summary>
    private static bool IsReserved(ReadOnlySpan<byte> instruction)
    {
        bool startsWithXml = instruction.Length >= 3 && Ascii.EqualsIgnoreCase(instruction[..3], "xml"u8);
        return startsWithXml && (instruction.Length == 3 || XmlText.IsSpace(instruction[3]));
    }

    private void ReadDeclaration()
    {
        int end = Rest.IndexOf("?>"u8);
        if (end < 0) throw Malformed();
        ReadOnlySpan<byte> declaration = Rest[..end];
        int encoding = declaration.IndexOf("encoding"u8);
        if (encoding >= 0 && !IsUtf8(declaration[(encoding + 8)..])) throw Malformed();
        _position += end + 2;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> encoding)
    {
        int start = encoding.IndexOfAny((byte)'"', (byte)'\'');
        if (start < 0) return false;
        ReadOnlySpan<byte> value = encoding[(start + 1)..];
        int end = value.IndexOf(encoding[start]);
        return end >= 0 && (Ascii.EqualsIgnoreCase(value[..end], "UTF-8"u8) || Ascii.EqualsIgnoreCase(value[..end], "US-ASCII"u8));
    }

    private void ReadStartTag()
    {
        _position++;
        Range name = ReadName();
        if (_depth == MaxDepth) throw Malformed();
        _names[_depth++] = name;
        _attributeCount = 0;
        while (true)
        {
            bool hasSpace = SkipSpace();
            if (Take((byte)'>')) return;
            if (Take((byte)'/'))
            {
                _isEmptyElement = Take((byte)'>') ? true : throw Malformed();
                return;
            }

            if (!hasSpace) throw Malformed();
            ReadAttribute();
        }
    }

    private void ReadAttribute()
    {
        Range name = ReadName();
        for (int i = 0; i < _attributeCount; i++)
        {
            if (_document[_attributes[i].Name].SequenceEqual(_document[name])) throw Malformed();
        }

        SkipSpace();
        if (!Take((byte)'=') || _attributeCount == MaxAttributes) throw Malformed();
        SkipSpace();
        if (Rest.IsEmpty || Rest[0] is not ((byte)'"' or (byte)'\'')) throw Malformed();
        int length = Rest[1..].IndexOf(Rest[0]);
        if (length < 0) throw Malformed();
        Range value = (_position + 1)..(_position + 1 + length);
        if (_document[value].Contains((byte)'<') || !XmlText.Append(_document[value], null)) throw Malformed();
        _position += length + 2;
        _attributes[_attributeCount++] = new(name, value);
    }

    private Range ReadName()
    {
        int start = _position;
        if (start == _document.Length || !XmlText.IsNameStart(_document[start])) throw Malformed();
        while (_position < _document.Length && XmlText.IsNamePart(_document[_position])) _position++;
        ReadOnlySpan<byte> name = _document[start.._position];
        if (name[^1] == (byte)':' || name.Count((byte)':') > 1) throw Malformed();
        return start.._position;
    }

    private void ReadEndTag()
    {
        _position += 2;
        Range name = ReadName();
        if (_depth == 0 || !_document[_names[_depth - 1]].SequenceEqual(_document[name])) throw Malformed();
        SkipSpace();
        if (!Take((byte)'>')) throw Malformed();
        Leave();
    }

    private void Leave()
    {
        _isEmptyElement = false;
        _depth--;
    }

    private bool Take(byte expected)
    {
        if (_position == _document.Length || _document[_position] != expected) return false;
        _position++;
        return true;
    }
}
