namespace RustStack.Expressions.Syntax;

/// <summary>An operand looked for among others.</summary>
internal sealed record InSyntax(SyntaxNode Operand, IReadOnlyList<SyntaxNode> Candidates) : SyntaxNode
{
    public override bool CanBeCondition => true;
}
