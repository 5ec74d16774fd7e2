using System.Globalization;
using System.Text;

namespace RustStack.Integration.RawHttp;

/// <summary>An answer as it came over the socket.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">The header lines in order, names in lower case.</param>
/// <param name="Body">The body, chunked transfer undone.</param>
public sealed record RawAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The value of a header, or null when it is not there; fails when it is there twice.</summary>
    public string? Header(string name) => Headers.SingleOrDefault(header => header.Key == name).Value;

    /// <summary>Reads an answer that ends with the connection.</summary>
    public static RawAnswer Parse(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, $"no head in '{Encoding.Latin1.GetString(bytes)}'");
        string[] lines = Encoding.Latin1.GetString(bytes[..end]).Split("\r\n");
        var headers = new List<KeyValuePair<string, string>>();
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(new(line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim()));
        }

        byte[] body = bytes[(end + 4)..].ToArray();
        if (headers.Contains(new("transfer-encoding", "chunked"))) body = Unchunk(body);
        return new(int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture), headers, body);
    }

    private static byte[] Unchunk(ReadOnlySpan<byte> bytes)
    {
        var body = new List<byte>();
        while (bytes.IndexOf("\r\n"u8) is > 0 and int end)
        {
            int size = int.Parse(Encoding.ASCII.GetString(bytes[..end]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0) break;
            body.AddRange(bytes.Slice(end + 2, size));
            bytes = bytes[(end + 2 + size + 2)..];
        }

        return [.. body];
    }
}
