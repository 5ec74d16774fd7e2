using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>A literal string, number, truth value or null.</summary>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="Error">Why there is none, as for a number out of range.</param>
internal sealed record ConstantSyntax(AttributeValue? Value, string? Error = null) : ValueSyntax
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">Its text, with its sign.</param>
    /// <returns>The literal.</returns>
    public static ConstantSyntax OfNumber(string text)
    {
        NumberResult number = DynamoNumber.Parse(text);
        return number.Error is { } error ? new(null, error) : new(new NumberValue(number.Value));
    }

    public override AttributeValue? Resolve(ExpressionBindings bindings, out string? error)
    {
        error = Error;
        return Value;
    }
}
