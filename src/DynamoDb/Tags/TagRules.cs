using System.Globalization;
using System.Text;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tags;

/// <summary>What tags may be, and what becomes of a table's when some are added or taken away.</summary>
internal static class TagRules
{
    private const int MostTags = 50;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;
    private const string ReservedPrefix = "aws:";
    private const string Punctuation = "+-=._:/@";

    /// <summary>Checks tags that are to be added.</summary>
    /// <param name="tags">The tags.</param>
    public static void Check(IReadOnlyList<Tag> tags)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (Tag tag in tags)
        {
            CheckKey(tag.Key);
            if (tag.Value is null || tag.Value.Length > MaxValueLength || !IsLegal(tag.Value))
                throw DynamoDbErrors.Validation(TagErrorText.Value(tag.Value));
            if (!keys.Add(tag.Key!)) throw DynamoDbErrors.Validation(TagErrorText.Duplicate(tag.Key!));
        }
    }

    /// <summary>Checks the keys of tags that are to be taken away.</summary>
    /// <param name="keys">The keys.</param>
    public static void CheckKeys(IReadOnlyList<string> keys)
    {
        if (keys.Count == 0) throw DynamoDbErrors.Validation(TagErrorText.NoTagKeys);
        foreach (string key in keys) CheckKey(key);
        if (keys.Count > MostTags) throw DynamoDbErrors.Validation(TagErrorText.TooMany);
    }

    /// <summary>Adds tags to a table's; one whose key is there replaces the value.</summary>
    /// <param name="current">The table's tags.</param>
    /// <param name="added">The tags to add.</param>
    /// <returns>The table's tags afterwards.</returns>
    public static IReadOnlyList<Tag> Merge(IReadOnlyList<Tag> current, IReadOnlyList<Tag> added)
    {
        Check(added);
        List<Tag> merged = [.. current];
        foreach (Tag tag in added)
        {
            int index = merged.FindIndex(other => other.Key == tag.Key);
            if (index < 0) merged.Add(tag);
            else merged[index] = tag;
        }

        return merged.Count <= MostTags ? merged : throw DynamoDbErrors.Validation(TagErrorText.TooMany);
    }

    private static void CheckKey(string? key)
    {
        if (key is null || key.Length is 0 or > MaxKeyLength || !IsLegal(key)) throw DynamoDbErrors.Validation(TagErrorText.Key(key));
        if (key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase)) throw DynamoDbErrors.Validation(TagErrorText.Reserved(key));
    }

    private static bool IsLegal(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isLegal = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
                UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
                UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
                _ => rune.IsAscii && Punctuation.Contains((char)rune.Value, StringComparison.Ordinal),
            };
            if (!isLegal) return false;
        }

        return true;
    }
}
