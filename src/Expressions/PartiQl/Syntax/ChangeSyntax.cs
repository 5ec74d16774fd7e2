using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>An UPDATE.</summary>
/// <param name="Source">The table.</param>
/// <param name="Actions">What changes, in the order of the text.</param>
/// <param name="Where">Which item, or null.</param>
/// <param name="Returning">What the answer shows of the item, or null.</param>
internal sealed record ChangeSyntax(
    SourceSyntax Source, IReadOnlyList<UpdateActionSyntax> Actions, SyntaxNode? Where, Returning? Returning) : StatementSyntax(Source);
