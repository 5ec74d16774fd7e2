using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace RustStack.S3.Protocol;

/// <summary>Writes text as XML's content and attribute values hold it: in UTF-8, with references for what must not stand there as it is.</summary>
internal static class XmlEscape
{
    /// <summary>The most bytes that one UTF-16 unit takes: the reference <c>&amp;#xffff;</c>.</summary>
    public const int MaxCharBytes = 8;

    private const ushort FirstPrintable = ' ';
    private const ushort LastPrintable = '~';

    /// <summary>What text and attribute values must not hold as it is.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(static c => c is not ('\t' or '\n')).Select(static c => (char)c),
        '&', '<', '>', '"', '\uFFFE', '\uFFFF',
    ]);

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Receives it; it needs room for <see cref="MaxCharBytes"/> for each of its units.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<byte> target)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int plain = WritePlain(text[i..], target[length..]);
            i += plain;
            length += plain;
            if (i == text.Length) break;
            char unit = text[i];
            if (IsPlain(unit)) target[length++] = (byte)unit;
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

    // Values are short, so that searching, and then transcoding what lies between two specials, costs more in calls than in work: eight units
    // at a time are looked at and narrowed in one go, as long as all of them stand for themselves.
    private static int WritePlain(ReadOnlySpan<char> text, Span<byte> target)
    {
        int done = 0;
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        for (; units.Length - done >= Vector128<ushort>.Count; done += Vector128<ushort>.Count)
        {
            var next = Vector128.Create(units[done..]);
            Vector128<ushort> offset = next - Vector128.Create(FirstPrintable);
            Vector128<ushort> special = Vector128.GreaterThan(offset, Vector128.Create((ushort)(LastPrintable - FirstPrintable)))
                | Vector128.Equals(next, Vector128.Create((ushort)'&'))
                | Vector128.Equals(next, Vector128.Create((ushort)'"'))
                | Vector128.Equals(next, Vector128.Create((ushort)'<'))
                | Vector128.Equals(next, Vector128.Create((ushort)'>'));
            if (special != Vector128<ushort>.Zero) break;
            Vector128.Narrow(next, next).GetLower().CopyTo(target[done..]);
        }

        return done;
    }

    private static bool IsPlain(char unit) => unit is >= (char)FirstPrintable and <= (char)LastPrintable and not ('&' or '"' or '<' or '>');

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
