namespace RustStack.Codegen.DynamoDb;

/// <summary>The service's words for violated constraints.</summary>
internal static class Texts
{
    public static string Pattern(string pattern) => $"Member must satisfy regular expression pattern: {pattern}";

    public static string MinimumLength(Bounds bounds) => $"Member must have length greater than or equal to {bounds.MinimumText}";

    public static string MaximumLength(Bounds bounds) => $"Member must have length less than or equal to {bounds.MaximumText}";

    public static string MinimumValue(Bounds bounds) => $"Member must have value greater than or equal to {bounds.MinimumText}";

    public static string MaximumValue(Bounds bounds) => $"Member must have value less than or equal to {bounds.MaximumText}";

    public static string ValueSet(IEnumerable<string> values) => $"Member must satisfy enum value set: [{string.Join(", ", values)}]";

    /// <summary>The list that stands for all constraints of an element, key or map value: longest, shortest, pattern.</summary>
    public static string All(Bounds length, string? pattern)
    {
        List<string> texts = [];
        if (length.Maximum is not null) texts.Add(MaximumLength(length));
        if (length.Minimum is > 0) texts.Add(MinimumLength(length));
        if (pattern is not null) texts.Add(Pattern(pattern));
        return $"[{string.Join(", ", texts)}]";
    }
}
