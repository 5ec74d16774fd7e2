using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>An INSERT.</summary>
/// <param name="Source">Where to.</param>
/// <param name="Item">The item, a map.</param>
internal sealed record InsertSyntax(SourceSyntax Source, ValueSyntax Item) : StatementSyntax(Source);
