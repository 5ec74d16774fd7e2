namespace RustStack.Expressions.PartiQl;

/// <summary>An EXISTS, the check of a transaction.</summary>
/// <param name="Select">The SELECT that must find its item.</param>
public sealed record ExistsStatement(SelectStatement Select) : Statement(Select.TableName);
