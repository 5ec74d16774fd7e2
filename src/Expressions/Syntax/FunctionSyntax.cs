namespace RustStack.Expressions.Syntax;

/// <summary>A function call, as an operand or as a condition.</summary>
internal sealed record FunctionSyntax(string Name, IReadOnlyList<SyntaxNode> Operands) : SyntaxNode
{
    public override bool CanBeOperand => true;

    public override bool CanBeCondition => true;
}
