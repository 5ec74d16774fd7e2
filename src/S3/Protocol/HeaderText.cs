using System.Buffers;
using System.Text;

namespace RustStack.S3.Protocol;

/// <summary>What a response header may hold.</summary>
internal static class HeaderText
{
    private const int MaxAscii = 0x7E;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Whether a header's name may have a text in it (RFC 9110, section 5.6.2).</summary>
    /// <param name="text">The text.</param>
    public static bool IsName(string text) => !text.AsSpan().ContainsAnyExcept(NameCharacters);

    /// <summary>A value with a space for every line break and other control, so that it cannot become a header of its own.</summary>
    /// <param name="value">The value.</param>
    public static string WithoutControls(string value)
    {
        if (!value.AsSpan().ContainsAnyExceptInRange(' ', (char)MaxAscii)) return value;
        if (!value.AsSpan().ContainsAnyInRange('\0', '\u001F') && !value.Contains('\u007F', StringComparison.Ordinal)) return value;
        return string.Create(value.Length, value, static (target, source) =>
        {
            for (int i = 0; i < target.Length; i++) target[i] = char.IsControl(source[i]) && source[i] != '\t' ? ' ' : source[i];
        });
    }

    /// <summary>
    /// A user metadata value as S3 returns it: ASCII as it is, anything else as one RFC 2047 word. S3 takes the bytes of the request's
    /// header for ISO-8859-1, so a value sent as UTF-8 is encoded twice (Amazon S3 User Guide, "User-defined object metadata").
    /// </summary>
    /// <param name="value">The value that was stored.</param>
    public static string Metadata(string value)
    {
        if (!value.AsSpan().ContainsAnyExceptInRange(' ', (char)MaxAscii)) return value;
        string latin1 = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value));
        return $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(latin1))}?=";
    }
}
