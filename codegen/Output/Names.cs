namespace RustStack.Codegen.Output;

/// <summary>How AWS's names become C#'s.</summary>
internal static class Names
{
    /// <summary>The name with its first letter in upper case: a property.</summary>
    public static string Property(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The name with its first letter in lower case, as AWS's messages spell members: <c>tableName</c>.</summary>
    public static string Path(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>A local variable of the member, safe from C#'s keywords and from the variables of generated methods.</summary>
    public static string Local(string name) => Path(name) + "Value";

    /// <summary>A constant's name for an enum's member: <c>PAY_PER_REQUEST</c> is <c>PayPerRequest</c>.</summary>
    public static string Constant(string name)
    {
        bool shouting = !name.Any(char.IsLower);
        string[] words = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => Property(shouting ? word.ToLowerInvariant() : word)));
    }

    /// <summary>A generated type's name that holds where a property of the same name hides it.</summary>
    public static string Qualified(string type, string ns) => $"{ns[(ns.IndexOf("Generated", StringComparison.Ordinal))..]}.{type}";

    /// <summary>A C# string literal.</summary>
    public static string Literal(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    /// <summary>A C# literal of UTF-8 bytes.</summary>
    public static string Utf8(string text) => Literal(text) + "u8";
}
