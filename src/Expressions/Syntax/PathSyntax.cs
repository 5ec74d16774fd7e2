namespace RustStack.Expressions.Syntax;

/// <summary>A document path; its first step is a name.</summary>
internal sealed record PathSyntax(PathStep[] Steps) : SyntaxNode
{
    public override bool CanBeOperand => true;
}
