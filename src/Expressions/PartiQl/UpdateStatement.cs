using RustStack.Expressions.Updates;

namespace RustStack.Expressions.PartiQl;

/// <summary>An UPDATE.</summary>
/// <param name="TableName">The name or ARN of the table.</param>
/// <param name="Update">What changes.</param>
/// <param name="Where">Which item, or null.</param>
/// <param name="Returning">What the answer shows of the item, or null.</param>
public sealed record UpdateStatement(string TableName, Update Update, WhereClause? Where, Returning? Returning) : Statement(TableName);
