using RustStack.Core.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Errors;

/// <summary>The errors of requests that come while a table or index is on its way from one state to another.</summary>
internal static class TableStateErrors
{
    /// <summary>The table is being created.</summary>
    /// <param name="table">The table.</param>
    public static AwsException BeingCreated(TableName table) => StillInUse($"Table is being created: {table.Name}");

    /// <summary>The table is being updated.</summary>
    /// <param name="table">The table.</param>
    public static AwsException BeingUpdated(TableName table) => StillInUse($"Table is being updated: {table.Name}");

    /// <summary>The table is being deleted.</summary>
    /// <param name="table">The table.</param>
    public static AwsException BeingDeleted(TableName table) => StillInUse($"Table is being deleted: {table.Name}");

    /// <summary>The table has an index whose state does not let it be deleted.</summary>
    public static AwsException IndexesBusy() => StillInUse("Cannot delete table while indexes are being created, updated, or deleted.");

    /// <summary>The index is on its way from one state to another.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">The index's name.</param>
    /// <param name="status">The index's status.</param>
    public static AwsException IndexBusy(TableName table, string index, string status)
    {
        string doing = status switch
        {
            IndexStatus.Creating => "created",
            IndexStatus.Updating => "updated",
            _ => "deleted",
        };
        return StillInUse($"Index is being {doing}. Table: {table.Name} Index: {index}");
    }

    /// <summary>The index has no room yet and cannot be deleted.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">The index's name.</param>
    public static AwsException IndexNotBackfilling(TableName table, string index) => StillInUse(
        "Index creation is in resource allocation phase. Retry deletion during backfilling phase or when the index is active. "
        + $"Table: {table.Name} Index: {index}");

    /// <summary>An index is being created or deleted already.</summary>
    public static AwsException OneIndexAtATime() => DynamoDbErrors.LimitExceeded(
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");

    /// <summary>The table has as many global indexes as it may.</summary>
    public static AwsException TooManyIndexes() => DynamoDbErrors.LimitExceeded(
        "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of 20");

    /// <summary>The table has no such index, as UpdateTable says it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">The index's name.</param>
    public static AwsException IndexNotFound(TableName table, string index) =>
        DynamoDbErrors.ResourceNotFound($"Requested resource not found: Index {index} for table {table.Name}");

    /// <summary>The time to live of a table in this state cannot be told.</summary>
    /// <param name="status">The table's status.</param>
    public static AwsException NoTimeToLive(string status) => DynamoDbErrors.Validation(
        $"Cannot describe time to live while table is in {status} state: Current table state is {status}");

    /// <summary>No such table, as the operations on backups say it.</summary>
    /// <param name="tableName">The name that was asked for.</param>
    public static AwsException TableNotFound(string tableName) => new("TableNotFoundException", 400, $"Table not found: {tableName}");

    /// <summary>The table is too young for backups.</summary>
    /// <param name="table">The table.</param>
    public static AwsException BackupsUnavailable(TableName table) => new(
        "ContinuousBackupsUnavailableException", 400, $"Backups are being enabled for the table: {table.Name}. Please retry later");

    /// <summary>Refuses a table that is being created or deleted.</summary>
    /// <param name="table">The table; its gate is held.</param>
    /// <exception cref="AwsException">ResourceInUseException.</exception>
    public static void ThrowIfUnavailable(Table table)
    {
        if (table.Lifecycle.Status == TableStatus.Creating) throw BeingCreated(table.Definition.Name);
        if (table.IsDeleted) throw BeingDeleted(table.Definition.Name);
    }

    private static AwsException StillInUse(string what) =>
        DynamoDbErrors.ResourceInUse($"Attempt to change a resource which is still in use: {what}");
}
