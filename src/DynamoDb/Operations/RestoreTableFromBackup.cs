using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>RestoreTableFromBackup. The table is active at once, unless statuses are delayed or its items have to be saved first.</summary>
internal sealed class RestoreTableFromBackup(TableCatalog tables, BackupCatalog backups, IdSource ids) : RestoreTableFromBackupOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<RestoreTableFromBackupOutput> HandleAsync(
        RestoreTableFromBackupInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TableName name = TableNameRules.Read(input.TargetTableName, context);
        var arn = BackupArn.Read(input.BackupArn, context);
        if (arn.Table.Region != context.Region && input.SSESpecificationOverride is null)
            throw BackupErrors.InvalidRestore("sseSpecificationOverride must be provided for cross-region restores");
        Backup backup = backups.Find(arn, context.Time) ?? throw BackupErrors.NotFound(input.BackupArn);
        BackupDefinition source = backup.Definition;
        var overrides = new RestoreOverrides(
            input.BillingModeOverride,
            input.GlobalSecondaryIndexOverride,
            input.LocalSecondaryIndexOverride,
            input.ProvisionedThroughputOverride,
            input.OnDemandThroughputOverride,
            input.SSESpecificationOverride);
        var restore = new TableRestore(source.Arn, source.Table.Name.Arn, source.CreatedAt, IsComplete: true);
        TableDefinition definition = new RestoredDefinition(source.Table, overrides).Make(name, ids.NewUuid().ToString(), restore, context.Time);
        RestoreAdmission.CheckTarget(tables.Find(name, context.Time));
        if (!backup.IsAvailable) throw BackupErrors.BeingCreated(source.Arn);
        if (RestoreAdmission.IsBeingRestored(tables, source.Arn, context.Time)) throw BackupErrors.RestoredToAnother(source.Arn);
        Table table = tables.Restore(definition, backups.Items(backup), out JournalReceipt saved);
        await saved.CommittedAsync();
        return new() { TableDescription = TableDescriber.DescribeRestored(table, context.Time) };
    }
}
