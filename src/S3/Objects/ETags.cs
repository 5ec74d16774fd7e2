namespace RustStack.S3.Objects;

/// <summary>Entity tags as conditional headers name them.</summary>
internal static class ETags
{
    private const string Weak = "W/";

    /// <summary>Takes quotes off.</summary>
    /// <param name="text">An entity tag with or without quotes.</param>
    /// <returns>The tag alone.</returns>
    public static string Unquote(string text)
    {
        string tag = text.Trim();
        if (tag.StartsWith(Weak, StringComparison.Ordinal)) tag = tag[Weak.Length..];
        return tag.Length >= 2 && tag[0] == '"' && tag[^1] == '"' ? tag[1..^1] : tag;
    }

    /// <summary>Whether a conditional header's list names an entity tag.</summary>
    /// <param name="header">The header's value: <c>*</c>, or tags separated by commas.</param>
    /// <param name="etag">The entity tag without quotes.</param>
    /// <returns>True when it does.</returns>
    public static bool Matches(string header, string etag)
    {
        if (header.Trim() == "*") return true;
        foreach (string tag in header.Split(','))
        {
            if (string.Equals(Unquote(tag), etag, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
