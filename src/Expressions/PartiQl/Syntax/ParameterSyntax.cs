using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>A question mark: a value that the request brings along.</summary>
/// <param name="Ordinal">Its place among the question marks of the statement, from zero.</param>
internal sealed record ParameterSyntax(int Ordinal) : ValueSyntax
{
    public override AttributeValue? Resolve(ExpressionBindings bindings, out string? error)
    {
        AttributeValue? value = Ordinal < bindings.Parameters.Count ? bindings.Parameters[Ordinal] : null;
        error = value is null ? StatementErrorText.ParameterCount : (value as InvalidValue)?.Message;
        return error is null ? value : null;
    }
}
