using RustStack.Core.Requests;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Statements;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Writes;
using RustStack.Expressions.PartiQl;

namespace RustStack.DynamoDb.Operations;

/// <summary>BatchExecuteStatement. Each statement succeeds or fails by itself.</summary>
internal sealed class BatchExecuteStatement(TableCatalog tables, StatementReader reader) : BatchExecuteStatementOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<BatchExecuteStatementOutput> HandleAsync(
        BatchExecuteStatementInput input, RequestContext context, CancellationToken cancellationToken)
    {
        StatementSlot[] slots = [.. input.Statements.Select(request => new StatementSlot(request))];
        foreach (StatementSlot slot in slots) slot.Try(() => slot.Statement = Read(slot.Request));
        if (slots.Any(static slot => slot.Statement is { IsRead: true }) && slots.Any(static slot => slot.Statement is { IsRead: false }))
            throw DynamoDbErrors.Validation(StatementErrorText.MixedBatch);

        foreach (StatementSlot slot in slots)
        {
            if (slot.Statement is { } statement) slot.Try(() => Execute(slot, statement, context));
        }

        foreach (StatementSlot slot in slots) await slot.Saved.CommittedAsync();
        List<ConsumedCapacity> capacities =
            [.. slots.Select(slot => slot.Capacity?.ToOutput(input.ReturnConsumedCapacity)).OfType<ConsumedCapacity>()];
        return new()
        {
            Responses = Array.ConvertAll(slots, static slot => slot.ToResponse()),
            ConsumedCapacity = capacities.Count == 0 ? null : capacities,
        };
    }

    private Statement Read(BatchStatementRequest request)
    {
        Statement statement = reader.Read(request.Statement, request.Parameters);
        return statement is ExistsStatement
            ? throw DynamoDbErrors.Validation(StatementErrorText.ExistsOutsideTransaction)
            : statement;
    }

    private void Execute(StatementSlot slot, Statement statement, RequestContext context)
    {
        Table table = tables.Get(statement.TableName, context);
        slot.TableName = table.Definition.Name.Name;
        var capacity = new CapacityReport(table.Definition, statement.TableName);
        if (statement is SelectStatement select)
        {
            ItemSelect read = ItemSelect.Of(select, table, StatementErrorText.NotOneItemInBatch);
            Item? item = Find(read);
            capacity.AddTableRead(ReadUnits.Of(item?.SizeBytes ?? 0, slot.Request.ConsistentRead ?? false));
            slot.Item = read.Apply(item);
        }
        else
        {
            ItemWrite write = StatementWrites
                .ActionOf(statement, table, slot.Request.Parameters, slot.Request.ReturnValuesOnConditionCheckFailure)
                .Bind(table);
            slot.Error = write.TryExecute(out CompletedWrite completed);
            if (slot.Error is not null) return;
            capacity.AddWrite(completed.Units);
            slot.Item = StatementWrites.Returned(statement, completed.Change);
            slot.Saved = completed.Saved;
        }

        slot.Capacity = capacity;
    }

    private static Item? Find(ItemSelect read)
    {
        using (read.Table.Enter()) return read.Table.Find(read.Key);
    }
}
