using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace RustStack.S3.Routing;

/// <summary>Percent-encoding of paths and queries (RFC 3986, section 2.1), strict and in UTF-8.</summary>
internal static class PercentEncoding
{
    /// <summary>Decodes once.</summary>
    /// <param name="text">The encoded text.</param>
    /// <param name="plusIsSpace">Whether a plus is a space, as it is in queries.</param>
    /// <returns>The decoded text, or null when an escape is malformed or the bytes are not UTF-8.</returns>
    public static string? Decode(ReadOnlySpan<char> text, bool plusIsSpace)
    {
        if (!text.Contains('%') && !(plusIsSpace && text.Contains('+'))) return text.ToString();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            int length = Decode(text, plusIsSpace, buffer);
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, Math.Max(length, 0));
            return length >= 0 && Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Decode(ReadOnlySpan<char> text, bool plusIsSpace, Span<byte> target)
    {
        int length = 0;
        while (!text.IsEmpty)
        {
            int special = plusIsSpace ? text.IndexOfAny('%', '+') : text.IndexOf('%');
            length += Encoding.UTF8.GetBytes(special < 0 ? text : text[..special], target[length..]);
            if (special < 0) return length;
            text = text[special..];
            if (text[0] == '+')
            {
                target[length++] = (byte)' ';
                text = text[1..];
                continue;
            }

            if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2])) return -1;
            target[length++] = (byte)((Digit(text[1]) << 4) | Digit(text[2]));
            text = text[3..];
        }

        return length;
    }

    private static int Digit(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
