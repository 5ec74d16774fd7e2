using RustStack.Core.Requests;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Writes;
using RustStack.Expressions;

namespace RustStack.DynamoDb.Operations;

/// <summary>PutItem.</summary>
internal sealed class PutItem(TableCatalog tables, ExpressionCompiler compiler) : PutItemOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<PutItemOutput> HandleAsync(PutItemInput input, RequestContext context, CancellationToken cancellationToken)
    {
        WriteCondition condition = ReadCondition(input);
        Table table = tables.Get(input.TableName, context);

        CompletedWrite write = await PutWrite.Of(table, input.Item, condition).ExecuteAsync();

        var capacity = new CapacityReport(table.Definition, input.TableName);
        capacity.AddWrite(write.Units);
        return new()
        {
            Attributes = input.ReturnValues == ReturnValue.AllOld ? write.Change.Before : null,
            ConsumedCapacity = capacity.ToOutput(input.ReturnConsumedCapacity),
            ItemCollectionMetrics = CollectionMetrics.Of(input.ReturnItemCollectionMetrics, table, input.Item),
        };
    }

    private WriteCondition ReadCondition(PutItemInput input)
    {
        var expressions = new RequestExpressions(compiler, input.ExpressionAttributeNames, input.ExpressionAttributeValues);
        expressions.Begin(
            [new(nameof(input.ConditionExpression), input.ConditionExpression)],
            [new(nameof(input.Expected), input.Expected), new(nameof(input.ConditionalOperator), input.ConditionalOperator)]);
        ItemRules.Check(input.Item);
        if (input.ReturnValues is not (null or ReturnValue.None or ReturnValue.AllOld))
            throw DynamoDbErrors.Validation(WriteErrorText.InvalidReturnValues);
        ItemRules.CheckPut(input.Item);
        return expressions.WriteCondition(
            input.ConditionExpression, input.Expected, input.ConditionalOperator, input.ReturnValuesOnConditionCheckFailure);
    }
}
