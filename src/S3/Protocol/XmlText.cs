using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace RustStack.S3.Protocol;

/// <summary>The characters and references of XML 1.0, as far as S3 takes them: no entities but the five that XML itself defines.</summary>
internal static class XmlText
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(static c => c is not ('\t' or '\n' or '\r')).Select(static c => (byte)c)]);

    /// <summary>Whether a document is UTF-8 and holds only characters that XML allows.</summary>
    /// <param name="document">The document.</param>
    public static bool IsAllowed(ReadOnlySpan<byte> document) =>
        Utf8.IsValid(document) && !document.ContainsAny(Controls) && document.IndexOf("\uFFFE"u8) < 0 && document.IndexOf("\uFFFF"u8) < 0;

    /// <summary>Whether a byte is white space.</summary>
    /// <param name="value">The byte.</param>
    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    /// <summary>Whether a byte may start a name.</summary>
    /// <param name="value">The byte.</param>
    public static bool IsNameStart(byte value) => char.IsAsciiLetter((char)value) || value is (byte)'_' or >= 0x80;

    /// <summary>Whether a byte may stand in a name after its start.</summary>
    /// <param name="value">The byte.</param>
    public static bool IsNamePart(byte value) =>
        IsNameStart(value) || char.IsAsciiDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)':';

    /// <summary>Appends text with its references resolved and its line breaks as single line feeds.</summary>
    /// <param name="text">The text as the document has it.</param>
    /// <param name="target">Receives the characters; null only checks.</param>
    /// <returns>False when a reference is malformed or unknown.</returns>
    public static bool Append(ReadOnlySpan<byte> text, StringBuilder? target)
    {
        while (true)
        {
            int special = text.IndexOfAny((byte)'&', (byte)'\r');
            target?.Append(Encoding.UTF8.GetString(special < 0 ? text : text[..special]));
            if (special < 0) return true;
            text = text[special..];
            if (text[0] == (byte)'\r')
            {
                target?.Append('\n');
                text = text[(text.Length > 1 && text[1] == (byte)'\n' ? 2 : 1)..];
                continue;
            }

            int end = text.IndexOf((byte)';');
            if (end < 0 || Resolve(text[1..end]) is not { } rune) return false;
            target?.Append(rune.ToString());
            text = text[(end + 1)..];
        }
    }

    private static Rune? Resolve(ReadOnlySpan<byte> reference)
    {
        if (reference.StartsWith("#"u8)) return ResolveNumber(reference[1..]);
        if (reference.SequenceEqual("amp"u8)) return new('&');
        if (reference.SequenceEqual("lt"u8)) return new('<');
        if (reference.SequenceEqual("gt"u8)) return new('>');
        if (reference.SequenceEqual("quot"u8)) return new('"');
        return reference.SequenceEqual("apos"u8) ? new Rune('\'') : null;
    }

    private static Rune? ResolveNumber(ReadOnlySpan<byte> digits)
    {
        bool isHex = digits.StartsWith("x"u8);
        if (isHex) digits = digits[1..];
        if (!Utf8Parser.TryParse(digits, out uint value, out int consumed, isHex ? 'x' : 'D') || consumed != digits.Length) return null;
        bool isAllowed = value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF)) && Rune.IsValid(value);
        return isAllowed && char.IsAsciiHexDigit((char)digits[0]) ? new Rune(value) : null;
    }
}
