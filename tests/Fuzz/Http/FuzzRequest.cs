using System.Globalization;
using System.Text;

namespace RustStack.Fuzz.Http;

/// <summary>A request in its parts, each as bytes that need not be what they should.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The target.</param>
/// <param name="Headers">The header lines.</param>
/// <param name="Body">The body.</param>
internal sealed record FuzzRequest(byte[] Method, byte[] Target, IReadOnlyList<byte[]> Headers, byte[] Body)
{
    /// <summary>Reads an entry of a corpus: the request line, header lines, a blank line, the body. Bodies in parts have CRLF.</summary>
    public static FuzzRequest Parse(byte[] entry)
    {
        string text = Encoding.UTF8.GetString(entry);
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        string[] head = (end < 0 ? text : text[..end]).TrimEnd('\n').Split('\n');
        string body = end < 0 ? "" : text[(end + 2)..];
        bool hasParts = head.Any(static line => line.Contains("multipart", StringComparison.Ordinal) || line.Contains("aws-chunked", StringComparison.Ordinal));
        int space = head[0].IndexOf(' ', StringComparison.Ordinal);
        return new(
            Encoding.UTF8.GetBytes(head[0][..space]),
            Encoding.UTF8.GetBytes(head[0][(space + 1)..]),
            [.. head.Skip(1).Select(Encoding.UTF8.GetBytes)],
            Encoding.UTF8.GetBytes(hasParts ? body.ReplaceLineEndings("\r\n") : body));
    }

    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name)
    {
        foreach (byte[] line in Headers)
        {
            string text = Encoding.UTF8.GetString(line);
            if (text.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) return text[(name.Length + 1)..].Trim();
        }

        return null;
    }

    /// <summary>The same with another header line.</summary>
    public FuzzRequest With(string name, string value) => this with { Headers = [.. Headers, Encoding.UTF8.GetBytes($"{name}: {value}")] };

    /// <summary>The bytes on the wire.</summary>
    public byte[] ToBytes(string host)
    {
        List<byte> bytes = [.. Method, (byte)' ', .. Target, .. " HTTP/1.1\r\n"u8];
        if (Header("Host") is null) bytes.AddRange(Encoding.ASCII.GetBytes($"Host: {host}\r\n"));
        foreach (byte[] line in Headers) bytes.AddRange([.. line, .. "\r\n"u8]);
        bool hasLength = Header("Content-Length") is not null || Header("Transfer-Encoding") is not null;
        if (!hasLength && Body.Length > 0) bytes.AddRange(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n")));
        bytes.AddRange([.. "Connection: close\r\n\r\n"u8, .. Body]);
        return [.. bytes];
    }
}
