using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>DeleteBackup. As at AWS the region that the ARN names does not matter.</summary>
internal sealed class DeleteBackup(TableCatalog tables, BackupCatalog backups) : DeleteBackupOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<DeleteBackupOutput> HandleAsync(
        DeleteBackupInput input, RequestContext context, CancellationToken cancellationToken)
    {
        BackupArn arn = BackupArn.Read(input.BackupArn, context).In(context.Region);
        Backup backup = backups.Find(arn, context.Time) ?? throw BackupErrors.NotFound(input.BackupArn);
        BackupDefinition definition = backup.Definition;
        if (definition.Type == BackupType.System) throw BackupErrors.SystemBackup(definition.Arn, definition.ExpiresAt);
        if (!backup.IsAvailable) throw BackupErrors.BeingCreated(definition.Arn);
        if (RestoreAdmission.IsBeingRestored(tables, definition.Arn, context.Time)) throw BackupErrors.BeingRestored(definition.Arn);
        JournalReceipt saved = backups.Delete(backup);
        await saved.CommittedAsync();
        return new() { BackupDescription = BackupDescriber.Describe(definition, BackupStatus.Deleted) };
    }
}
