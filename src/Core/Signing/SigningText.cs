using System.Buffers;
using System.Text;

namespace RustStack.Core.Signing;

/// <summary>
/// The text that a signature is made of, as UTF-8 in an array from the shared pool. Disposing gives the array back.
/// </summary>
public sealed class SigningText : IDisposable
{
    private const int InitialBytes = 1024;
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>The characters that are never percent-encoded (RFC 3986, section 2.3).</summary>
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialBytes);

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets what was written after a point.</summary>
    /// <param name="length">How many bytes stay.</param>
    public void Truncate(int length) => Length = Math.Min(length, Length);

    /// <summary>Writes one byte.</summary>
    /// <param name="value">The byte.</param>
    public void Append(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="value">The bytes.</param>
    public void Append(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(_bytes.AsSpan(Length));
        Length += value.Length;
    }

    /// <summary>Writes text.</summary>
    /// <param name="value">The text.</param>
    public void Append(ReadOnlySpan<char> value)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(value.Length));
        Length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(Length));
    }

    /// <summary>Writes text in lower case.</summary>
    /// <param name="value">The text, ASCII.</param>
    public void AppendLower(ReadOnlySpan<char> value)
    {
        int start = Length;
        Append(value);
        foreach (ref byte letter in _bytes.AsSpan(start, Length - start))
        {
            if (letter is >= (byte)'A' and <= (byte)'Z') letter |= 0x20;
        }
    }

    /// <summary>Writes bytes as lower-case hexadecimal digits.</summary>
    /// <param name="value">The bytes.</param>
    public void AppendHex(ReadOnlySpan<byte> value)
    {
        Reserve(2 * value.Length);
        Convert.TryToHexStringLower(value, _bytes.AsSpan(Length), out int written);
        Length += written;
    }

    /// <summary>Writes a header's value: without white space around it, and one space for any run of it within.</summary>
    /// <param name="value">The value.</param>
    public void AppendTrimmed(ReadOnlySpan<char> value)
    {
        value = value.Trim(" \t");
        while (!value.IsEmpty)
        {
            int space = value.IndexOfAny(' ', '\t');
            Append(space < 0 ? value : value[..space]);
            if (space < 0) return;
            Append((byte)' ');
            value = value[space..].TrimStart(" \t");
        }
    }

    /// <summary>
    /// Writes text percent-encoded as signatures have it: upper-case digits, everything but unreserved characters encoded.
    /// </summary>
    /// <param name="value">The text.</param>
    /// <param name="keepsSlash">Whether slashes stay as they are.</param>
    public void AppendEncoded(ReadOnlySpan<char> value, bool keepsSlash) => AppendEncoded(value, keepsSlash, isEncoded: false, plusIsSpace: false);

    /// <summary>
    /// Writes percent-encoded text in the one form that signatures have: decoded once and encoded again. An escape that is none stands for
    /// itself.
    /// </summary>
    /// <param name="value">The text as it was sent.</param>
    /// <param name="keepsSlash">Whether slashes stay as they are.</param>
    /// <param name="plusIsSpace">Whether a plus is a space, as in a query.</param>
    public void AppendRecoded(ReadOnlySpan<char> value, bool keepsSlash, bool plusIsSpace) =>
        AppendEncoded(value, keepsSlash, isEncoded: true, plusIsSpace);

    /// <summary>What was written as text.</summary>
    /// <returns>A new text.</returns>
    public override string ToString() => Encoding.UTF8.GetString(Written);

    /// <inheritdoc/>
    public void Dispose()
    {
        byte[] bytes = _bytes;
        (_bytes, Length) = ([], 0);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
    }

    private void AppendEncoded(ReadOnlySpan<char> value, bool keepsSlash, bool isEncoded, bool plusIsSpace)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!value.IsEmpty)
        {
            int plain = value.IndexOfAnyExcept(Unreserved);
            Append(plain < 0 ? value : value[..plain]);
            if (plain < 0) return;
            value = value[plain..];
            if (isEncoded && value is ['%', char high, char low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low))
            {
                AppendByte((byte)((Digit(high) << 4) | Digit(low)), keepsSlash);
                value = value[3..];
                continue;
            }

            Rune.DecodeFromUtf16(value, out Rune rune, out int used);
            if (plusIsSpace && rune.Value == '+') rune = new Rune(' ');
            foreach (byte part in utf8[..rune.EncodeToUtf8(utf8)]) AppendByte(part, keepsSlash);
            value = value[used..];
        }
    }

    private void AppendByte(byte value, bool keepsSlash)
    {
        if (value < 0x80 && Unreserved.Contains((char)value) || keepsSlash && value == (byte)'/')
        {
            Append(value);
            return;
        }

        Append((byte)'%');
        Append((byte)HexDigits[value >> 4]);
        Append((byte)HexDigits[value & 15]);
    }

    private static int Digit(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private void Reserve(int sizeBytes)
    {
        if (_bytes.Length - Length >= sizeBytes) return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + sizeBytes, 2 * _bytes.Length));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
