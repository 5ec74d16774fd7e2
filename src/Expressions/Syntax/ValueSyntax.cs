namespace RustStack.Expressions.Syntax;

/// <summary>A placeholder for a value.</summary>
internal sealed record ValueSyntax(string Placeholder) : SyntaxNode
{
    public override bool CanBeOperand => true;
}
