namespace RustStack.Core.Signing;

/// <summary>The path as a signature of version 4 covers it (IAM user guide, "Create a signed AWS API request", step 1).</summary>
internal static class CanonicalPath
{
    /// <summary>Writes the path as S3 has it: the key's characters encoded once, every slash and dot in its place.</summary>
    /// <param name="text">Receives it.</param>
    /// <param name="path">The path as it was sent.</param>
    public static void WriteOnceEncoded(SigningText text, ReadOnlySpan<char> path)
    {
        if (!path.StartsWith('/')) text.Append((byte)'/');
        text.AppendRecoded(path, keepsSlash: true, plusIsSpace: false);
    }

    /// <summary>
    /// Writes the path as every other service has it: without empty and dot segments (RFC 3986, section 6.2.2.3), and encoded once more
    /// than it was sent.
    /// </summary>
    /// <param name="text">Receives it.</param>
    /// <param name="path">The path as it was sent.</param>
    public static void WriteTwiceEncoded(SigningText text, ReadOnlySpan<char> path)
    {
        if (path is "/" or "")
        {
            text.Append((byte)'/');
            return;
        }

        List<Range> segments = [];
        ReadOnlySpan<char> last = default;
        foreach (Range part in path.Split('/'))
        {
            last = path[part];
            if (last is "..")
            {
                if (segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            }
            else if (last is not ("" or "."))
            {
                segments.Add(part);
            }
        }

        foreach (Range segment in segments)
        {
            text.Append((byte)'/');
            text.AppendEncoded(path[segment], keepsSlash: false);
        }

        if (segments.Count == 0 || last is "" or "." or "..") text.Append((byte)'/');
    }
}
