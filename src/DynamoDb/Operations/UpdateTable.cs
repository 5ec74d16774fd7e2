using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tables.Updating;

namespace RustStack.DynamoDb.Operations;

/// <summary>UpdateTable. What changes holds at once; the statuses follow when they are delayed.</summary>
internal sealed class UpdateTable(TableCatalog tables) : UpdateTableOperation
{
    /// <inheritdoc/>
    protected override ValueTask<UpdateTableOutput> HandleAsync(
        UpdateTableInput input, RequestContext context, CancellationToken cancellationToken)
    {
        new UpdateComposition(input).Check();
        Table table = tables.GetAny(input.TableName, context);
        lock (table.Gate)
        {
            UpdateAdmission.Check(table, input);
            TableUpdate update = TableUpdate.Of(table.Definition, input, context.Time);
            Apply(table, update, context.Time);
            return new(new UpdateTableOutput { TableDescription = TableDescriber.Describe(table, context.Time) });
        }
    }

    private void Apply(Table table, TableUpdate update, DateTimeOffset now)
    {
        TableIndex[] before = table.Indexes.ToArray();
        table.Redefine(update.After);
        TableLifecycle lifecycle = table.Lifecycle;
        if (update.TakesTime) lifecycle.BeginUpdate(now, tables.StatusDelay);
        foreach (TableIndex index in before.Except(table.Indexes.ToArray())) lifecycle.BeginIndexDeletion(index, now, tables.StatusDelay);
        foreach (TableIndex index in table.Indexes)
        {
            if (!before.Contains(index)) lifecycle.BeginIndexCreation(index, now, tables.StatusDelay);
            else if (update.UpdatedIndexes.Contains(index.Definition.Name)) lifecycle.BeginIndexUpdate(index, now, tables.StatusDelay);
        }
    }
}
