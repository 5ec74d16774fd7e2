namespace RustStack.S3.Cors;

/// <summary>A text that may hold one asterisk, which stands for any characters or none.</summary>
internal static class WildcardPattern
{
    /// <summary>The pattern that everything fits.</summary>
    public const string Any = "*";

    /// <summary>Whether a text has more asterisks than a pattern may.</summary>
    /// <param name="pattern">The text.</param>
    /// <returns>True for two or more.</returns>
    public static bool HasTwoWildcards(string pattern) => pattern.AsSpan().Count('*') > 1;

    /// <summary>Whether a value fits a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="value">The value.</param>
    /// <param name="comparison">How letters compare.</param>
    /// <returns>True when it does.</returns>
    public static bool Fits(string pattern, string value, StringComparison comparison)
    {
        int wildcard = pattern.IndexOf('*', StringComparison.Ordinal);
        if (wildcard < 0) return string.Equals(pattern, value, comparison);
        ReadOnlySpan<char> before = pattern.AsSpan(0, wildcard);
        ReadOnlySpan<char> after = pattern.AsSpan(wildcard + 1);
        return value.Length >= before.Length + after.Length
            && value.AsSpan().StartsWith(before, comparison)
            && value.AsSpan().EndsWith(after, comparison);
    }
}
