using RustStack.Expressions.Projections;

namespace RustStack.Expressions.PartiQl;

/// <summary>A SELECT.</summary>
/// <param name="TableName">The name or ARN of the table.</param>
/// <param name="IndexName">The index that is read instead of the table, or null.</param>
/// <param name="Columns">What is returned of each item; null for everything.</param>
/// <param name="Where">Which items, or null for all.</param>
/// <param name="Order">In which order; empty for any.</param>
public sealed record SelectStatement(
    string TableName, string? IndexName, IProjection? Columns, WhereClause? Where, IReadOnlyList<OrderKey> Order) : Statement(TableName)
{
    /// <inheritdoc/>
    public override bool IsRead => true;
}
