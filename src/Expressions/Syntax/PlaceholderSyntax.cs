using RustStack.Expressions.Errors;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Syntax;

/// <summary>A placeholder for a value.</summary>
/// <param name="Placeholder">The placeholder, such as <c>:v</c>.</param>
internal sealed record PlaceholderSyntax(string Placeholder) : ValueSyntax
{
    public override AttributeValue? Resolve(ExpressionBindings bindings, out string? error)
    {
        AttributeValue? value = bindings.ResolveValue(Placeholder);
        error = value is null ? ExpressionErrors.UndefinedValue(Placeholder) : null;
        return value;
    }
}
