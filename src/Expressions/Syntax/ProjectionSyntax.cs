namespace RustStack.Expressions.Syntax;

/// <summary>A parsed projection expression.</summary>
internal sealed record ProjectionSyntax(IReadOnlyList<PathSyntax> Paths);
