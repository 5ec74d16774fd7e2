namespace RustStack.Expressions.Syntax;

/// <summary>A parsed update expression, its actions in the order of the text.</summary>
internal sealed record UpdateSyntax(IReadOnlyList<UpdateActionSyntax> Actions);
