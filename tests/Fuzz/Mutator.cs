using System.Text;

namespace RustStack.Fuzz;

/// <summary>Changes inputs at random: bytes, words, ranges, nesting. What it gives follows from the corpus and the random source alone.</summary>
internal sealed class Mutator
{
    /// <summary>The longest input that it gives, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxChanges = 5;
    private const int MaxRepeats = 600;

    private static readonly string[] Nasty =
    [
        "\0", "\r\n", "\n", "\r", "\t", " ", "\u0001", "\u007F", "\u0085", "\u00E9", "\u2028", "\uFEFF", "\uFFFE", "\U0001F600", "%", "%0", "%00", "%0d%0a", "%2F", "%2e%2e%2f",
        "%ED%A0%80", "%FF", "+", "../", "..", "//", "?", "#", "&", "=", ";", ":", ",", "\"", "'", "\\", "\\u0000", "\\ud800", "\\udc00\\ud800", "<", ">", "<![CDATA[", "]]>", "<!--", "-->",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#x0;", "&#xD800;", "&lt;", "<?xml version=\"1.0\"?>", "-1", "0", "00", "-0", "1", "255", "256", "65536", "2147483647", "2147483648",
        "-2147483649", "4294967296", "9223372036854775807", "9223372036854775808", "18446744073709551616", "1e999", "1e-999", "0.1", "NaN", "Infinity", "null", "true", "{}", "[]", "\"\"",
        "(", ")", "[", "]", "{", "}", "NOT ", "((((((((((((((((((((", "[[[[[[[[[[[[[[[[[[[[", "{\"a\":{\"M\":", "{\"L\":[", "ffffffffffffffff", "7fffffffffffffff", "AWS4-HMAC-SHA256", "AWS test:", "STREAMING-",
    ];

    private readonly byte[][] _entries;
    private readonly byte[][] _words;

    /// <summary>Takes the words that it inserts from a corpus, beside those that break parsers.</summary>
    public Mutator(Corpus corpus)
    {
        _entries = [.. corpus.Entries];
        _words = [.. Nasty.Select(Encoding.UTF8.GetBytes), [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], .. corpus.Entries.SelectMany(WordsOf).Distinct().Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>One of the entries, changed in one to five ways.</summary>
    public byte[] Next(Random random) => Change(random, _entries[random.Next(_entries.Length)]);

    /// <summary>An input, changed in one to five ways.</summary>
    public byte[] Change(Random random, byte[] input)
    {
        List<byte> bytes = [.. input];
        for (int changes = 1 + (random.Next(8) % MaxChanges); changes > 0; changes--) ChangeOnce(random, bytes);
        if (bytes.Count > MaxBytes) bytes.RemoveRange(MaxBytes, bytes.Count - MaxBytes);
        return [.. bytes];
    }

    /// <summary>An input with one of its words replaced by another or by what breaks parsers, so that what stands around it stays whole.</summary>
    public byte[] ChangeWord(Random random, byte[] input)
    {
        (int start, int end) = FindWord(input, random.Next(input.Length + 1));
        return [.. input[..start], .. Word(random), .. input[end..]];
    }

    private static (int Start, int End) FindWord(byte[] input, int start)
    {
        while (start > 0 && IsWord(input[start - 1])) start--;
        int end = start;
        while (end < input.Length && IsWord(input[end])) end++;
        return (start, end);
    }

    private static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'_' || value >= 0x80;

    private void ChangeOnce(Random random, List<byte> bytes)
    {
        int at = random.Next(bytes.Count + 1);
        int length = Math.Min(bytes.Count - at, 1 + random.Next(random.Next(4) == 0 ? 200 : 12));
        switch (random.Next(9))
        {
            case 0 when length > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when length > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.InsertRange(at, Repeated(random, bytes.GetRange(at, length)));
                break;
            case 5:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Word(random));
                break;
            case 6:
                byte[] other = _entries[random.Next(_entries.Length)];
                int start = random.Next(other.Length + 1);
                bytes.InsertRange(at, other[start..(start + random.Next(other.Length - start + 1))]);
                break;
            case 7 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, Word(random));
                break;
        }
    }

    private byte[] Word(Random random) => _words[random.Next(_words.Length)];

    private static List<byte> Repeated(Random random, List<byte> range)
    {
        List<byte> repeated = [];
        for (int times = random.Next(random.Next(4) == 0 ? MaxRepeats : 8); times > 0 && repeated.Count < MaxBytes; times--) repeated.AddRange(range);
        return repeated;
    }

    private static IEnumerable<string> WordsOf(byte[] entry)
    {
        for (int start = 0; start < entry.Length; start++)
        {
            int end = FindWord(entry, start).End;
            if (end > start) yield return Encoding.UTF8.GetString(entry.AsSpan(start, end - start));
            start = Math.Max(start, end);
        }
    }
}
