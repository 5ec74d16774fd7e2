using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>A set in double angle brackets: its elements are strings, or numbers, or binary values that the request brings along.</summary>
/// <param name="Elements">Its elements, possibly none, which is refused.</param>
internal sealed record SetSyntax(IReadOnlyList<ValueSyntax> Elements) : ValueSyntax
{
    public override AttributeValue? Resolve(ExpressionBindings bindings, out string? error)
    {
        AttributeValue[] values = new AttributeValue[Elements.Count];
        error = values.Length == 0 ? StatementErrorText.EmptySet : null;
        for (int i = 0; i < values.Length && error is null; i++)
        {
            if (Elements[i].Resolve(bindings, out error) is not { } value) return null;
            if (!IsScalar(value) || value.Type != (values[0] ?? value).Type) error = StatementErrorText.MixedSet;
            else if (Array.IndexOf(values, value, 0, i) >= 0) error = StatementErrorText.RepeatedElement;
            values[i] = value;
        }

        return error is null ? Of(values) : null;
    }

    private static bool IsScalar(AttributeValue value) => value is StringValue or NumberValue or BinaryValue;

    private static AttributeValue Of(AttributeValue[] values) => values[0] switch
    {
        StringValue => new StringSetValue(Array.ConvertAll(values, static value => ((StringValue)value).Value)),
        NumberValue => new NumberSetValue(Array.ConvertAll(values, static value => ((NumberValue)value).Value)),
        _ => new BinarySetValue(Array.ConvertAll(values, static value => ((BinaryValue)value).Value)),
    };
}
