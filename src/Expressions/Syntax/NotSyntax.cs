namespace RustStack.Expressions.Syntax;

/// <summary>A condition negated.</summary>
internal sealed record NotSyntax(SyntaxNode Part) : SyntaxNode
{
    public override bool CanBeCondition => true;
}
