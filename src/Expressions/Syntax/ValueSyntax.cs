using RustStack.Expressions.Values;

namespace RustStack.Expressions.Syntax;

/// <summary>A value that does not depend on the item; what the request brings along may be part of it.</summary>
internal abstract record ValueSyntax : SyntaxNode
{
    public override bool CanBeOperand => true;

    /// <summary>Finds the value.</summary>
    /// <param name="bindings">What the request brings along.</param>
    /// <param name="error">AWS's text when there is no value.</param>
    /// <returns>The value, or null.</returns>
    public abstract AttributeValue? Resolve(ExpressionBindings bindings, out string? error);
}
