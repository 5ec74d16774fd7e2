namespace RustStack.Expressions.PartiQl;

/// <summary>A DELETE.</summary>
/// <param name="TableName">The name or ARN of the table.</param>
/// <param name="Where">Which item, or null.</param>
/// <param name="Returning">What the answer shows of the item, or null.</param>
public sealed record DeleteStatement(string TableName, WhereClause? Where, Returning? Returning) : Statement(TableName);
