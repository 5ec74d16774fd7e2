using RustStack.Core.Requests;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Writes;
using RustStack.Expressions;

namespace RustStack.DynamoDb.Operations;

/// <summary>DeleteItem.</summary>
internal sealed class DeleteItem(TableCatalog tables, ExpressionCompiler compiler) : DeleteItemOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<DeleteItemOutput> HandleAsync(
        DeleteItemInput input, RequestContext context, CancellationToken cancellationToken)
    {
        WriteCondition condition = ReadCondition(input);
        Table table = tables.Get(input.TableName, context);

        CompletedWrite write = await DeleteWrite.Of(table, input.Key, condition).ExecuteAsync();

        var capacity = new CapacityReport(table.Definition, input.TableName);
        capacity.AddWrite(write.Units);
        return new()
        {
            Attributes = input.ReturnValues == ReturnValue.AllOld ? write.Change.Before : null,
            ConsumedCapacity = capacity.ToOutput(input.ReturnConsumedCapacity),
            ItemCollectionMetrics = CollectionMetrics.Of(input.ReturnItemCollectionMetrics, table, input.Key),
        };
    }

    private WriteCondition ReadCondition(DeleteItemInput input)
    {
        var expressions = new RequestExpressions(compiler, input.ExpressionAttributeNames, input.ExpressionAttributeValues);
        expressions.Begin(
            [new(nameof(input.ConditionExpression), input.ConditionExpression)],
            [new(nameof(input.Expected), input.Expected), new(nameof(input.ConditionalOperator), input.ConditionalOperator)]);
        ItemRules.Check(input.Key);
        if (input.ReturnValues is not (null or ReturnValue.None or ReturnValue.AllOld))
            throw DynamoDbErrors.Validation(WriteErrorText.InvalidReturnValues);
        return expressions.WriteCondition(
            input.ConditionExpression, input.Expected, input.ConditionalOperator, input.ReturnValuesOnConditionCheckFailure);
    }
}
