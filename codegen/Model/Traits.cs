using System.Text.Json;

namespace RustStack.Codegen.Model;

/// <summary>The traits of a shape or member, by their full Smithy name or, for the prelude, without <c>smithy.api#</c>.</summary>
/// <param name="json">The AST's <c>traits</c> object; undefined when there is none.</param>
internal readonly struct Traits(JsonElement json)
{
    private const string Prelude = "smithy.api#";

    private readonly JsonElement _json = json;

    /// <summary>Whether the trait is there, with whatever value.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The trait's value as text, or null when the trait is absent. Numbers and booleans are given as JSON writes them.</summary>
    public string? Text(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;

    /// <summary>The trait's value as JSON, or null when the trait is absent.</summary>
    public JsonElement? Find(string name)
    {
        if (_json.ValueKind != JsonValueKind.Object) return null;
        string full = name.Contains('#', StringComparison.Ordinal) ? name : Prelude + name;
        return _json.TryGetProperty(full, out JsonElement value) ? value : null;
    }

    /// <summary>A numeric member of a trait's object value, such as <c>min</c> of <c>length</c>; null when absent.</summary>
    public decimal? Number(string name, string property) =>
        Find(name) is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(property, out JsonElement number) ? number.GetDecimal() : null;
}
