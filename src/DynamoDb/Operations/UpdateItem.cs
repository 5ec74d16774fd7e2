using RustStack.Core.Requests;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Writes;
using RustStack.Expressions;
using Update = RustStack.Expressions.Updates.Update;

namespace RustStack.DynamoDb.Operations;

/// <summary>UpdateItem.</summary>
internal sealed class UpdateItem(TableCatalog tables, ExpressionCompiler compiler) : UpdateItemOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<UpdateItemOutput> HandleAsync(
        UpdateItemInput input, RequestContext context, CancellationToken cancellationToken)
    {
        (Update? update, WriteCondition condition) = ReadExpressions(input);
        Table table = tables.Get(input.TableName, context);

        CompletedWrite write = await UpdateWrite.Of(table, input.Key, update, condition).ExecuteAsync();

        var capacity = new CapacityReport(table.Definition, input.TableName);
        capacity.AddWrite(write.Units);
        return new()
        {
            Attributes = ReturnedAttributes(input.ReturnValues, update, write.Change),
            ConsumedCapacity = capacity.ToOutput(input.ReturnConsumedCapacity),
            ItemCollectionMetrics = CollectionMetrics.Of(input.ReturnItemCollectionMetrics, table, input.Key),
        };
    }

    private static Item? ReturnedAttributes(string? returnValues, Update? update, in ItemChange change) => returnValues switch
    {
        ReturnValue.AllOld => change.Before,
        ReturnValue.AllNew => change.After,
        ReturnValue.UpdatedOld => Updated(update, change.Before),
        ReturnValue.UpdatedNew => Updated(update, change.After),
        _ => null,
    };

    private static Item? Updated(Update? update, Item? item)
    {
        if (update is null || item is null) return null;
        Item updated = new ItemProjection(update.UpdatedPaths).Apply(item);
        return updated.Count == 0 ? null : updated;
    }

    private (Update? Update, WriteCondition Condition) ReadExpressions(UpdateItemInput input)
    {
        var expressions = new RequestExpressions(compiler, input.ExpressionAttributeNames, input.ExpressionAttributeValues);
        expressions.Begin(
            [
                new(nameof(input.UpdateExpression), input.UpdateExpression),
                new(nameof(input.ConditionExpression), input.ConditionExpression),
            ],
            [
                new(nameof(input.AttributeUpdates), input.AttributeUpdates),
                new(nameof(input.Expected), input.Expected),
                new(nameof(input.ConditionalOperator), input.ConditionalOperator),
            ]);
        ItemRules.Check(input.Key);
        Update? update = expressions.Update(input.UpdateExpression, input.AttributeUpdates);
        return (update, expressions.WriteCondition(
            input.ConditionExpression, input.Expected, input.ConditionalOperator, input.ReturnValuesOnConditionCheckFailure));
    }
}
