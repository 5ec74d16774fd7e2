using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tables.Updating;

namespace RustStack.DynamoDb.Operations;

/// <summary>DeleteTable. The table is gone at once, unless statuses are delayed; its items are in any case.</summary>
internal sealed class DeleteTable(TableCatalog tables, BackupCatalog backups) : DeleteTableOperation
{
    private const string Protected =
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.";

    private const string SystemSuffix = "$DeletedTableBackup";

    /// <inheritdoc/>
    protected override async ValueTask<DeleteTableOutput> HandleAsync(
        DeleteTableInput input, RequestContext context, CancellationToken cancellationToken)
    {
        Table table = tables.GetAny(input.TableName, context);
        JournalReceipt saved = default;
        lock (table.Gate)
        {
            if (!table.IsDeleted) saved = Delete(table, context.Time);
        }

        await saved.CommittedAsync();
        return new() { TableDescription = TableDescriber.DescribeDeleted(table, context.Time) };
    }

    private JournalReceipt Delete(Table table, DateTimeOffset now)
    {
        UpdateAdmission.CheckDeletion(table);
        if (table.Definition.DeletionProtectionEnabled) throw DynamoDbErrors.Validation(Protected);
        TableDefinition definition = table.Definition;
        if (definition.PointInTimeRecovery is null) return tables.Delete(table, now);
        Backup last = backups.Create(table, definition.Name.Name + SystemSuffix, BackupType.System, now, out _);
        try
        {
            return tables.Delete(table, now);
        }
        catch (JournalException)
        {
            backups.Discard(last);
            throw;
        }
    }
}
