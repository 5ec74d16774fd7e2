namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>An EXISTS: the check of a transaction.</summary>
/// <param name="Select">The SELECT that must find its item.</param>
internal sealed record ExistsSyntax(SelectSyntax Select) : StatementSyntax(Select.Source);
