namespace RustStack.Expressions.Syntax;

/// <summary>One action of an update expression.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Path">Where.</param>
/// <param name="Value">With what; null for REMOVE.</param>
internal sealed record UpdateActionSyntax(UpdateActionKind Kind, PathSyntax Path, SyntaxNode? Value);
