namespace RustStack.Expressions.Syntax;

/// <summary>An operand compared with two bounds.</summary>
internal sealed record BetweenSyntax(SyntaxNode Operand, SyntaxNode Lower, SyntaxNode Upper) : SyntaxNode
{
    public override bool CanBeCondition => true;
}
