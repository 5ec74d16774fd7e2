namespace RustStack.Expressions.Values;

/// <summary>
/// DynamoDB's order of strings, which is that of their UTF-8 bytes. UTF-16 has the same order except that surrogates come after
/// everything else.
/// </summary>
public static class Utf8Order
{
    /// <summary>Compares two strings.</summary>
    /// <param name="left">One string.</param>
    /// <param name="right">Another string.</param>
    /// <returns>Less than, equal to or greater than zero.</returns>
    public static int Compare(string left, string right)
    {
        int common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length) return left.Length.CompareTo(right.Length);
        char a = left[common];
        char b = right[common];
        if (char.IsSurrogate(a) != char.IsSurrogate(b)) return char.IsSurrogate(a) ? 1 : -1;
        return a.CompareTo(b);
    }
}
