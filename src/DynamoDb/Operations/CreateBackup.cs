using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>CreateBackup. The backup has the table as it is at one moment, and costs nothing that grows with it.</summary>
internal sealed class CreateBackup(TableCatalog tables, BackupCatalog backups) : CreateBackupOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<CreateBackupOutput> HandleAsync(
        CreateBackupInput input, RequestContext context, CancellationToken cancellationToken)
    {
        Table table = ContinuousBackups.Find(tables, input.TableName, context);
        Backup backup;
        JournalReceipt saved;
        lock (table.Gate)
        {
            if (table.IsDeleted || table.Lifecycle.Status == TableStatus.Creating)
                throw TableStateErrors.TableNotFound(table.Definition.Name.Name);
            backup = backups.Create(table, input.BackupName, BackupType.User, context.Time, out saved);
        }

        await saved.CommittedAsync();
        return new() { BackupDetails = BackupDescriber.Details(backup.Definition, BackupStatus.Creating) };
    }
}
