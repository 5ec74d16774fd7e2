using RustStack.Expressions.Values;

namespace RustStack.Expressions;

/// <summary>
/// The names and values that the expressions of one request refer to (<c>ExpressionAttributeNames</c>,
/// <c>ExpressionAttributeValues</c>). Compiling with it notes what is used; when all expressions of the request are compiled,
/// <see cref="FindUnused"/> tells what is left over.
/// </summary>
/// <param name="names">Attribute names by their placeholders, such as <c>#n</c>.</param>
/// <param name="values">Values by their placeholders, such as <c>:v</c>.</param>
public sealed class ExpressionBindings(
    IReadOnlyDictionary<string, string>? names, IReadOnlyDictionary<string, AttributeValue>? values)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The values of a statement's <c>?</c>, in the order of its text.</summary>
    internal IReadOnlyList<AttributeValue> Parameters { get; init; } = [];

    /// <summary>
    /// Checks the placeholders and values by themselves: none empty, every key well formed, every value valid.
    /// </summary>
    /// <returns>The first error in AWS's words, or null.</returns>
    public ExpressionError? Validate() => ValidateNames() ?? ValidateValues();

    /// <summary>Looks for names and values that no compiled expression used.</summary>
    /// <returns>AWS's error, or null when everything is used.</returns>
    public ExpressionError? FindUnused() =>
        Unused("ExpressionAttributeNames", names?.Keys) ?? Unused("ExpressionAttributeValues", values?.Keys);

    internal string? ResolveName(string placeholder)
    {
        if (names is null || !names.TryGetValue(placeholder, out string? name)) return null;
        _used.Add(placeholder);
        return name;
    }

    internal AttributeValue? ResolveValue(string placeholder)
    {
        if (values is null || !values.TryGetValue(placeholder, out AttributeValue? value)) return null;
        _used.Add(placeholder);
        return value;
    }

    private static bool IsPlaceholder(string key, char prefix)
    {
        if (key.Length < 2 || key[0] != prefix) return false;
        for (int i = 1; i < key.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(key[i]) && key[i] != '_') return false;
        }

        return true;
    }

    private ExpressionError? ValidateNames()
    {
        if (names is null) return null;
        if (names.Count == 0) return new("ExpressionAttributeNames must not be empty");
        foreach ((string key, string name) in names)
        {
            if (!IsPlaceholder(key, '#')) return new($"ExpressionAttributeNames contains invalid key: Syntax error; key: \"{key}\"");
            if (name.Length == 0) return new($"ExpressionAttributeNames contains invalid value: Empty attribute name for key {key}");
        }

        return null;
    }

    private ExpressionError? ValidateValues()
    {
        if (values is null) return null;
        if (values.Count == 0) return new("ExpressionAttributeValues must not be empty");
        foreach ((string key, AttributeValue value) in values)
        {
            if (!IsPlaceholder(key, ':')) return new($"ExpressionAttributeValues contains invalid key: Syntax error; key: \"{key}\"");
            if (value is InvalidValue invalid)
                return new($"ExpressionAttributeValues contains invalid value: {invalid.Message} for key {key}");
        }

        return null;
    }

    private ExpressionError? Unused(string parameter, IEnumerable<string>? keys)
    {
        if (keys is null) return null;
        List<string>? unused = null;
        foreach (string key in keys)
        {
            if (!_used.Contains(key)) (unused ??= []).Add(key);
        }

        return unused is null ? null : new($"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
    }
}
