namespace RustStack.Expressions.Syntax;

/// <summary>Conditions joined by AND or by OR.</summary>
/// <param name="IsAnd">True for AND, false for OR.</param>
/// <param name="Parts">Two or more conditions.</param>
internal sealed record LogicalSyntax(bool IsAnd, IReadOnlyList<SyntaxNode> Parts) : SyntaxNode
{
    public override bool CanBeCondition => true;
}
