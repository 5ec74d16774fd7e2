using System.Text;

namespace RustStack.S3.Forms;

/// <summary>
/// The parameters of a header's value, <c>form-data; name="key"; filename=x</c>: bare, quoted as browsers quote (RFC 7578 and the HTML
/// standard: only a quote after a backslash is escaped, so that Windows paths survive), or extended (RFC 8187, <c>filename*=UTF-8''x</c>).
/// </summary>
internal static class HeaderParameters
{
    /// <summary>Parses the parameters.</summary>
    /// <param name="value">The header's value.</param>
    /// <returns>The values by name in lower case; an extended form counts before a plain one.</returns>
    public static IReadOnlyDictionary<string, string> Parse(string value)
    {
        Dictionary<string, string> plain = new(StringComparer.Ordinal);
        Dictionary<string, string> extended = new(StringComparer.Ordinal);
        int position = value.IndexOf(';', StringComparison.Ordinal);
        while (position >= 0 && position < value.Length)
        {
            int equals = value.IndexOf('=', position + 1);
            int next = value.IndexOf(';', position + 1);
            if (equals < 0) break;
            if (next >= 0 && next < equals)
            {
                position = next;
                continue;
            }

            string name = value[(position + 1)..equals].Trim().ToLowerInvariant();
            string text = ReadValue(value, equals + 1, out position);
            if (!name.EndsWith('*')) plain.TryAdd(name, text);
            else if (DecodeExtended(text) is { } decoded) extended.TryAdd(name[..^1], decoded);
        }

        foreach ((string name, string text) in extended) plain[name] = text;
        return plain;
    }

    private static string ReadValue(string value, int start, out int end)
    {
        while (start < value.Length && value[start] is ' ' or '\t') start++;
        if (start >= value.Length || value[start] != '"')
        {
            end = value.IndexOf(';', start);
            return (end < 0 ? value[start..] : value[start..end]).Trim();
        }

        StringBuilder text = new();
        int i = start + 1;
        for (; i < value.Length && value[i] != '"'; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] == '"') i++;
            text.Append(value[i]);
        }

        end = i < value.Length ? value.IndexOf(';', i) : -1;
        return text.ToString();
    }

    private static string? DecodeExtended(string text)
    {
        string[] pieces = text.Split('\'', 3);
        bool isUtf8 = pieces.Length == 3 && pieces[0].Equals("UTF-8", StringComparison.OrdinalIgnoreCase);
        return isUtf8 ? Uri.UnescapeDataString(pieces[2]) : null;
    }
}
