using RustStack.Core.Errors;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Insights;

/// <summary>Finds what the operations on Contributor Insights are about.</summary>
internal static class InsightsTargets
{
    private const string InvalidState = "Table or Index is not in a valid state to update Key Access Insights: ";

    /// <summary>Finds a table or an index.</summary>
    /// <param name="tables">Where.</param>
    /// <param name="tableName">The table's name or ARN.</param>
    /// <param name="indexName">The index's name; null for the table.</param>
    /// <param name="context">Who asks, where and when.</param>
    /// <returns>The target.</returns>
    /// <exception cref="AwsException">ResourceNotFoundException, for a local index too.</exception>
    public static InsightsTarget Find(TableCatalog tables, string tableName, string? indexName, RequestContext context)
    {
        Table table = tables.GetAny(tableName, context);
        if (indexName is null) return new(table, Index: null);
        return table.FindIndex(indexName) is { Definition.IsGlobal: true } index
            ? new(table, index)
            : throw DynamoDbErrors.ResourceNotFound(
                $"Requested resource not found: Index: {indexName} not found for table: {table.Definition.Name.Name}");
    }

    /// <summary>A table, and its global indexes by name.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The targets.</returns>
    public static IEnumerable<InsightsTarget> Of(Table table)
    {
        IEnumerable<InsightsTarget> indexes = table.Indexes.ToArray()
            .Where(static index => index.Definition.IsGlobal)
            .OrderBy(static index => index.Definition.Name, StringComparer.Ordinal)
            .Select(index => new InsightsTarget(table, index));
        return indexes.Prepend(new(table, Index: null));
    }

    /// <summary>Checks that Contributor Insights may be enabled. The table's gate is held.</summary>
    /// <param name="target">The table or index.</param>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static void CheckState(InsightsTarget target)
    {
        bool isTableReady = !target.Table.IsDeleted && target.Table.Lifecycle.Status is TableStatus.Active or TableStatus.Updating;
        if (!isTableReady) throw DynamoDbErrors.Validation(InvalidState + "TableStatus must be ACTIVE to enable ContributorInsights.");
        if (target.Index is { Status: not IndexStatus.Active })
            throw DynamoDbErrors.Validation(InvalidState + "IndexStatus must be ACTIVE to enable ContributorInsights.");
    }
}
