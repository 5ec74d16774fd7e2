using System.Text;
using System.Text.Json;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>What AWS says of sets that it refuses.</summary>
internal static class SetErrors
{
    /// <summary>What is said of an empty set.</summary>
    /// <param name="type">The set's type.</param>
    /// <returns>AWS's text.</returns>
    public static string Empty(AttributeType type) => type switch
    {
        AttributeType.SS => ItemErrorText.EmptyStringSet,
        AttributeType.NS => ItemErrorText.EmptyNumberSet,
        _ => ItemErrorText.EmptyBinarySet,
    };

    /// <summary>Looks for equal elements.</summary>
    /// <param name="type">The set's type.</param>
    /// <param name="wire">The elements in canonical form, as a JSON array of strings.</param>
    /// <returns>AWS's text, or null when all differ.</returns>
    public static string? Duplicates(AttributeType type, ReadOnlySpan<byte> wire)
    {
        List<string> elements = [];
        var reader = new Utf8JsonReader(wire);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String) elements.Add(reader.GetString()!);
        }

        if (new HashSet<string>(elements, StringComparer.Ordinal).Count == elements.Count) return null;
        if (type == AttributeType.NS) return ItemErrorText.DuplicateNumbers;
        string list = new StringBuilder().AppendJoin(", ", elements).ToString();
        return type == AttributeType.SS ? ItemErrorText.DuplicateStrings(list) : ItemErrorText.DuplicateBinaries(list);
    }
}
