using System.Text.Json;

namespace RustStack.DynamoDb.Policies;

/// <summary>The elements of a policy statement whose value is one string or a list of them.</summary>
internal static class PolicyElements
{
    /// <summary>The values of an element.</summary>
    /// <param name="element">A string or a list of strings.</param>
    /// <param name="values">The values, in order.</param>
    /// <returns>False when it is neither, or an empty list.</returns>
    public static bool TryRead(JsonElement element, out List<string> values)
    {
        values = [];
        if (element.ValueKind == JsonValueKind.String)
        {
            values.Add(element.GetString()!);
            return true;
        }

        if (element.ValueKind != JsonValueKind.Array) return false;
        foreach (JsonElement value in element.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.String) return false;
            values.Add(value.GetString()!);
        }

        return values.Count > 0;
    }

    /// <summary>Writes an element as policies are read back: a single value without its list.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The element's name.</param>
    /// <param name="values">Its values.</param>
    public static void Write(Utf8JsonWriter writer, string name, List<string> values)
    {
        if (values is [var single])
        {
            writer.WriteString(name, single);
            return;
        }

        writer.WriteStartArray(name);
        foreach (string value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
