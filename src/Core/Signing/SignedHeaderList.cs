namespace RustStack.Core.Signing;

/// <summary>The names of the headers that a signature covers, as the request lists them: <c>host;x-amz-date</c>.</summary>
/// <param name="Text">The list as it was sent.</param>
public readonly record struct SignedHeaderList(string Text)
{
    /// <summary>The most names that a list may have: as many as a request may have headers.</summary>
    public const int MaxNames = 1024;

    /// <summary>Whether the list can be worked with: bounded, and no name comes twice.</summary>
    public bool IsUsable
    {
        get
        {
            if (Text.Length == 0 || Text.AsSpan().Count(';') >= MaxNames) return false;
            ReadOnlySpan<char> previous = default;
            bool isAscending = true;
            foreach (Range part in Text.AsSpan().Split(';'))
            {
                ReadOnlySpan<char> name = Text.AsSpan(part);
                if (!previous.IsEmpty && previous.CompareTo(name, StringComparison.OrdinalIgnoreCase) >= 0) isAscending = false;
                previous = name;
            }

            return isAscending || AreDistinct();
        }
    }

    /// <summary>Whether a header is among them.</summary>
    /// <param name="name">The header's name, in any case.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(ReadOnlySpan<char> name)
    {
        foreach (Range part in Text.AsSpan().Split(';'))
        {
            if (Text.AsSpan(part).Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private bool AreDistinct()
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in Text.Split(';'))
        {
            if (!names.Add(name)) return false;
        }

        return true;
    }
}
