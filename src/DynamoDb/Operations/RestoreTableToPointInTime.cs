using RustStack.Core.Collections;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>RestoreTableToPointInTime: to what the table was at a second since recovery was enabled, as far as states are remembered.</summary>
internal sealed class RestoreTableToPointInTime(TableCatalog tables, IdSource ids) : RestoreTableToPointInTimeOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<RestoreTableToPointInTimeOutput> HandleAsync(
        RestoreTableToPointInTimeInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TableName name = TableNameRules.Read(input.TargetTableName, context);
        var source = new RecoverySource(input, context);
        TableName sourceName = source.ReadName();
        Table from = tables.Find(sourceName, context.Time) ?? throw TableStateErrors.TableNotFound(sourceName.Name);
        if (from.Lifecycle.Status == TableStatus.Creating) throw TableStateErrors.TableNotFound(sourceName.Name);
        (TableDefinition before, OrderedMapSnapshot<byte[], Item> items) = source.Take(from, out DateTimeOffset time);
        var overrides = new RestoreOverrides(
            input.BillingModeOverride,
            input.GlobalSecondaryIndexOverride,
            input.LocalSecondaryIndexOverride,
            input.ProvisionedThroughputOverride,
            input.OnDemandThroughputOverride,
            input.SSESpecificationOverride);
        var restore = new TableRestore(BackupArn: null, sourceName.Arn, time, IsComplete: true);
        TableDefinition definition = new RestoredDefinition(before, overrides).Make(name, ids.NewUuid().ToString(), restore, context.Time);
        RestoreAdmission.CheckTarget(tables.Find(name, context.Time));
        Table table = tables.Restore(definition, new(items), out JournalReceipt saved);
        await saved.CommittedAsync();
        return new() { TableDescription = TableDescriber.DescribeRestored(table, context.Time) };
    }
}
