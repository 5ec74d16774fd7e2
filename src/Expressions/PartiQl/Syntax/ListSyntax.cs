using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>A list in brackets.</summary>
/// <param name="Elements">Its elements, possibly none.</param>
internal sealed record ListSyntax(IReadOnlyList<ValueSyntax> Elements) : ValueSyntax
{
    public override AttributeValue? Resolve(ExpressionBindings bindings, out string? error)
    {
        AttributeValue[] values = new AttributeValue[Elements.Count];
        error = null;
        for (int i = 0; i < values.Length; i++)
        {
            if (Elements[i].Resolve(bindings, out error) is not { } value) return null;
            values[i] = value;
        }

        return new ListValue(values);
    }
}
