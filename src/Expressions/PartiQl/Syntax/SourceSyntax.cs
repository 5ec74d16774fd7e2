namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>A table, or an index of one.</summary>
/// <param name="Table">The table's name or ARN.</param>
/// <param name="Index">The index's name, or null.</param>
internal sealed record SourceSyntax(string Table, string? Index);
