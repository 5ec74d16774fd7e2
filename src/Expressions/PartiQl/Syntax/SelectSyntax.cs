using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>A SELECT.</summary>
/// <param name="Columns">What it returns of each item; empty for everything.</param>
/// <param name="Source">What it reads.</param>
/// <param name="Where">Which items, or null.</param>
/// <param name="Order">In which order; empty for any.</param>
internal sealed record SelectSyntax(
    IReadOnlyList<PathSyntax> Columns, SourceSyntax Source, SyntaxNode? Where, IReadOnlyList<OrderSyntax> Order) : StatementSyntax(Source);
