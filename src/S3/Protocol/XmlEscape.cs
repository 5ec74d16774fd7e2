using System.Buffers;
using System.Globalization;
using System.Text;

namespace RustStack.S3.Protocol;

/// <summary>Writes text as XML's content and attribute values hold it: in UTF-8, with references for what must not stand there as it is.</summary>
internal static class XmlEscape
{
    /// <summary>The most bytes that one UTF-16 unit takes: the reference <c>&amp;#xffff;</c>.</summary>
    public const int MaxCharBytes = 8;

    private const int AsciiEnd = 0x80;

    /// <summary>What text and attribute values must not hold as it is.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(static c => c is not ('\t' or '\n')).Select(static c => (char)c),
        '&', '<', '>', '"', '\uFFFE', '\uFFFF',
    ]);

    private static readonly bool[] IsPlain = [.. Enumerable.Range(0, AsciiEnd).Select(static c => !Escaped.Contains((char)c))];

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Receives it; it needs room for <see cref="MaxCharBytes"/> for each of its units.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<byte> target)
    {
        // Values are short: a look at each unit is cheaper than setting out to search, and to transcode, what lies between two of them.
        ReadOnlySpan<bool> isPlain = IsPlain;
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (unit < isPlain.Length && isPlain[unit]) target[length++] = (byte)unit;
            else if (Escaped.Contains(unit)) length += WriteReference(unit, target[length..]);
            else
            {
                ReadOnlySpan<char> run = RunOf(text[i..]);
                length += Encoding.UTF8.GetBytes(run, target[length..]);
                i += run.Length - 1;
            }
        }

        return length;
    }

    private static ReadOnlySpan<char> RunOf(ReadOnlySpan<char> text) => text.IndexOfAny(Escaped) is >= 0 and int end ? text[..end] : text;

    private static int WriteReference(char special, Span<byte> target)
    {
        ReadOnlySpan<byte> reference = special switch
        {
            '&' => "&amp;"u8,
            '<' => "&lt;"u8,
            '>' => "&gt;"u8,
            '"' => "&quot;"u8,
            '\r' => "&#13;"u8,
            _ => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"&#x{(int)special:x};")),
        };
        reference.CopyTo(target);
        return reference.Length;
    }
}
