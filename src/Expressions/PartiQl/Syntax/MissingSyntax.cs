using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>The word MISSING: what an attribute equals that is not there. It is no value.</summary>
internal sealed record MissingSyntax : ValueSyntax
{
    public override AttributeValue? Resolve(ExpressionBindings bindings, out string? error)
    {
        error = StatementErrorText.MisplacedMissing;
        return null;
    }
}
