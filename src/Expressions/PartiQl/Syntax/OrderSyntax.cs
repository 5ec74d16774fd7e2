using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>One key of ORDER BY.</summary>
/// <param name="Path">The attribute.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
internal sealed record OrderSyntax(PathSyntax Path, bool IsDescending);
