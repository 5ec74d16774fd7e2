using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl;

/// <summary>An INSERT.</summary>
/// <param name="TableName">The name or ARN of the table.</param>
/// <param name="Item">The item's attributes.</param>
public sealed record InsertStatement(string TableName, MapValue Item) : Statement(TableName);
