using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tables.Updating;

namespace RustStack.DynamoDb.Operations;

/// <summary>UpdateTable. What changes holds at once; the statuses follow when they are delayed.</summary>
internal sealed class UpdateTable(TableCatalog tables) : UpdateTableOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<UpdateTableOutput> HandleAsync(
        UpdateTableInput input, RequestContext context, CancellationToken cancellationToken)
    {
        new UpdateComposition(input).Check();
        Table table = tables.GetAny(input.TableName, context);
        JournalReceipt saved;
        TableDescription description;
        lock (table.Gate)
        {
            UpdateAdmission.Check(table, input);
            TableUpdate update = TableUpdate.Of(table.Definition, input, context.Time);
            saved = Apply(table, update, context.Time);
            description = TableDescriber.Describe(table, context.Time);
        }

        await saved.CommittedAsync();
        return new() { TableDescription = description };
    }

    private JournalReceipt Apply(Table table, TableUpdate update, DateTimeOffset now)
    {
        TableIndex[] before = table.Indexes.ToArray();
        JournalReceipt saved = table.Redefine(update.After);
        TableLifecycle lifecycle = table.Lifecycle;
        if (update.TakesTime) lifecycle.BeginUpdate(now, tables.StatusDelay);
        foreach (TableIndex index in before.Except(table.Indexes.ToArray())) lifecycle.BeginIndexDeletion(index, now, tables.StatusDelay);
        foreach (TableIndex index in table.Indexes)
        {
            if (!before.Contains(index)) lifecycle.BeginIndexCreation(index, now, tables.StatusDelay);
            else if (update.UpdatedIndexes.Contains(index.Definition.Name)) lifecycle.BeginIndexUpdate(index, now, tables.StatusDelay);
        }

        return saved;
    }
}
