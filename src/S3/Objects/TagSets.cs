using RustStack.Core.Errors;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Objects;

/// <summary>
/// Tags: at most ten of an object and fifty of a bucket, keys unique (Amazon S3 user guide, "Categorizing your objects using tags" and
/// "Using cost allocation S3 bucket tags").
/// </summary>
internal static class TagSets
{
    private const int MaxTags = 10;
    private const int MaxBucketTags = 50;
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

    /// <summary>Checks the tags of a bucket.</summary>
    /// <param name="tags">The tags, or null.</param>
    /// <param name="isNewBucket">Whether the bucket is being created with them.</param>
    /// <returns>The same tags; null when there are none.</returns>
    /// <exception cref="Core.Errors.AwsException">They break a limit.</exception>
    public static IReadOnlyList<Tag>? CheckBucket(IReadOnlyList<Tag>? tags, bool isNewBucket)
    {
        if (tags is null || tags.Count == 0) return null;
        if (tags.Count > MaxBucketTags) throw TagErrors.TooManyOfBucket();
        CheckEach(
            tags.Select(static tag => KeyValuePair.Create(tag.Key!, tag.Value!)),
            key => isNewBucket ? TagErrors.SystemOfNewBucket() : TagErrors.SystemOfBucket(key));
        return tags;
    }

    /// <summary>Checks the tags of an object.</summary>
    /// <param name="tags">The tags.</param>
    /// <returns>The same tags.</returns>
    /// <exception cref="Core.Errors.AwsException">They break a limit.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Check(IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        if (tags.Count > MaxTags) throw TagErrors.TooMany();
        CheckEach(tags, TagErrors.System);
        return tags;
    }

    private static void CheckEach(IEnumerable<KeyValuePair<string, string>> tags, Func<string, AwsException> system)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> tag in tags)
        {
            if (!keys.Add(tag.Key)) throw TagErrors.Duplicate(tag.Key);
            if (tag.Key.StartsWith(SystemPrefix, StringComparison.OrdinalIgnoreCase)) throw system(tag.Key);
            if (tag.Key.Length is 0 or > MaxKeyLength || !IsText(tag.Key)) throw TagErrors.InvalidKey(tag.Key);
            if (tag.Value.Length > MaxValueLength || !IsText(tag.Value)) throw TagErrors.InvalidValue(tag.Key, tag.Value);
        }
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
