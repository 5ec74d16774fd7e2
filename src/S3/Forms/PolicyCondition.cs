using System.Globalization;
using System.Text.Json;
using RustStack.S3.Errors;

namespace RustStack.S3.Forms;

/// <summary>A condition of a form's policy (API reference, "POST Policy").</summary>
/// <param name="Operator">What it asks, in lower case.</param>
/// <param name="First">The field with its dollar sign, or the shortest length.</param>
/// <param name="Second">The value, or the greatest length.</param>
/// <param name="Text">The condition as errors show it.</param>
internal sealed record PolicyCondition(string Operator, string First, string Second, string Text)
{
    private const string Exact = "eq";
    private const string Prefix = "starts-with";
    private const string Length = "content-length-range";

    /// <summary>The field that it is about, in lower case; null for one about the file's length, or about nothing.</summary>
    public string? Field => Operator != Length && First.StartsWith('$') ? First[1..].ToLowerInvariant() : null;

    /// <summary>The lengths that it allows; null for one about a field, or when it gives no numbers.</summary>
    public LengthRange? Range => Operator == Length && Parse(First) is { } min && Parse(Second) is { } max ? new(min, max) : null;

    /// <summary>Reads a condition.</summary>
    /// <param name="condition">The JSON: an object of one property, or a list of operator and operands.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="Core.Errors.AwsException">InvalidPolicyDocument.</exception>
    public static PolicyCondition Read(JsonElement condition) => condition.ValueKind switch
    {
        JsonValueKind.Object => ReadSimple(condition),
        JsonValueKind.Array => ReadList(condition),
        _ => throw FormErrors.InvalidPolicy("Invalid condition test: must be a List or Object."),
    };

    /// <summary>Whether a field's value is what the condition asks.</summary>
    /// <param name="value">The value; null when the form has no such field.</param>
    /// <returns>True when it is.</returns>
    public bool IsMet(string? value)
    {
        if (value is null) return false;
        if (Operator == Exact) return value == Second;

        // A list of content types meets a condition when each of them does (API reference, "POST Policy").
        return Field == "content-type" && value.Contains(',', StringComparison.Ordinal)
            ? value.Split(',', StringSplitOptions.TrimEntries).All(StartsWithSecond)
            : StartsWithSecond(value);
    }

    private bool StartsWithSecond(string value) => value.StartsWith(Second, StringComparison.Ordinal);

    private static PolicyCondition ReadSimple(JsonElement condition)
    {
        JsonProperty[] properties = [.. condition.EnumerateObject()];
        if (properties is not [{ } property])
        {
            throw FormErrors.InvalidPolicy("Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.");
        }

        if (property.Value.ValueKind != JsonValueKind.String) throw FormErrors.InvalidPolicy("Invalid Simple-Condition: value must be a string.");
        string field = "$" + property.Name;
        string value = property.Value.GetString()!;
        return new(Exact, field, value, $"[{Quote(Exact)}, {Quote(field)}, {Quote(value)}]");
    }

    private static PolicyCondition ReadList(JsonElement condition)
    {
        JsonElement[] items = [.. condition.EnumerateArray()];
        if (items.Length == 0 || items[0].ValueKind != JsonValueKind.String)
        {
            throw FormErrors.InvalidPolicy("Invalid Condition: missing operation identifier.");
        }

        string name = items[0].GetString()!;
        string operation = name.ToLowerInvariant();
        if (operation is not (Exact or Prefix or Length)) throw FormErrors.InvalidPolicy($"Invalid Condition: unknown operation '{name}'.");
        if (items.Length != 3) throw FormErrors.InvalidPolicy($"Invalid {name}: wrong number of arguments.");
        return new(operation, TextOf(items[1]), TextOf(items[2]), $"[{string.Join(", ", items.Select(Show))}]");
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Show(JsonElement value) => value.ValueKind == JsonValueKind.String ? Quote(value.GetString()!) : value.GetRawText();

    private static string Quote(string text) => $"\"{text}\"";

    private static long? Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
}
