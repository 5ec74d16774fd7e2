namespace RustStack.Expressions.Syntax;

/// <summary>A sum or a difference on the right-hand side of SET. It is no operand: sums do not chain.</summary>
internal sealed record ArithmeticSyntax(bool IsSum, SyntaxNode Left, SyntaxNode Right) : SyntaxNode;
