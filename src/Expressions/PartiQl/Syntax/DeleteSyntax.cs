using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>A DELETE.</summary>
/// <param name="Source">The table.</param>
/// <param name="Where">Which item, or null.</param>
/// <param name="Returning">What the answer shows of the item, or null.</param>
internal sealed record DeleteSyntax(SourceSyntax Source, SyntaxNode? Where, Returning? Returning) : StatementSyntax(Source);
