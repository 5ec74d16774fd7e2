using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>A map in braces.</summary>
/// <param name="Entries">Its names and values, possibly none.</param>
internal sealed record MapSyntax(IReadOnlyList<KeyValuePair<string, ValueSyntax>> Entries) : ValueSyntax
{
    public override AttributeValue? Resolve(ExpressionBindings bindings, out string? error)
    {
        Dictionary<string, AttributeValue> values = new(Entries.Count, StringComparer.Ordinal);
        error = null;
        foreach ((string name, ValueSyntax entry) in Entries)
        {
            if (entry.Resolve(bindings, out error) is not { } value) return null;
            if (values.TryAdd(name, value)) continue;
            error = StatementErrorText.RepeatedName(name);
            return null;
        }

        return new MapValue(values);
    }
}
