namespace RustStack.Expressions.Syntax;

/// <summary>Two operands compared.</summary>
internal sealed record ComparisonSyntax(ComparisonOperator Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode
{
    public override bool CanBeCondition => true;
}
