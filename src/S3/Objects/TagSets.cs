using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>Tags of objects: at most ten, keys unique (Amazon S3 user guide, "Categorizing your objects using tags").</summary>
internal static class TagSets
{
    private const int MaxTags = 10;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;
    private const string SystemPrefix = "aws:";

    /// <summary>Reads the tagging header.</summary>
    /// <param name="header">Tags in the form of a query string, or null.</param>
    /// <returns>The tags; none when there is no header.</returns>
    /// <exception cref="Core.Errors.AwsException">They are not well-formed or break a limit.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> ParseHeader(string? header)
    {
        if (string.IsNullOrEmpty(header)) return [];
        List<KeyValuePair<string, string>> tags = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (string pair in header.Split('&'))
        {
            int equals = pair.IndexOf('=');
            string key = Decode(equals < 0 ? pair : pair[..equals]);
            string value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (key.Length == 0 || !keys.Add(key)) throw TagErrors.InvalidHeader(header);
            tags.Add(new(key, value));
        }

        return Check(tags);
    }

    /// <summary>Checks tags.</summary>
    /// <param name="tags">The tags.</param>
    /// <returns>The same tags.</returns>
    /// <exception cref="Core.Errors.AwsException">They break a limit.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Check(IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        if (tags.Count > MaxTags) throw TagErrors.TooMany();
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> tag in tags)
        {
            if (!keys.Add(tag.Key)) throw TagErrors.Duplicate(tag.Key);
            if (tag.Key.StartsWith(SystemPrefix, StringComparison.OrdinalIgnoreCase)) throw TagErrors.System(tag.Key);
            if (tag.Key.Length is 0 or > MaxKeyLength || !IsText(tag.Key)) throw TagErrors.InvalidKey(tag.Key);
            if (tag.Value.Length > MaxValueLength || !IsText(tag.Value)) throw TagErrors.InvalidValue(tag.Key, tag.Value);
        }

        return tags;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static bool IsText(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && c is not (' ' or '+' or '-' or '=' or '.' or '_' or ':' or '/' or '@'))
            {
                return false;
            }
        }

        return true;
    }
}
