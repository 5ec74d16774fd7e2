using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Reads;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions;
using RustStack.Expressions.Keys;
using Condition = RustStack.Expressions.Conditions.Condition;

namespace RustStack.DynamoDb.Operations;

/// <summary>Query.</summary>
internal sealed class Query(TableCatalog tables, ExpressionCompiler compiler) : QueryOperation
{
    /// <inheritdoc/>
    protected override ValueTask<QueryOutput> HandleAsync(QueryInput input, RequestContext context, CancellationToken cancellationToken)
    {
        ItemRules.Check(input.ExclusiveStartKey);
        Parameters parameters = ReadParameters(input);
        bool isConsistent = input.ConsistentRead ?? false;
        ReadTarget target = ReadTarget.Of(tables.Get(input.TableName, context), input.TableName, input.IndexName, isConsistent);
        CheckFilter(input, target.Key);
        QueryRange range = QueryRange.Of(parameters.Keys, target.Key);
        string projected = input.ProjectionExpression is null ? nameof(input.AttributesToGet) : nameof(input.ProjectionExpression);
        ReadSelection selection = ReadSelection.Of(input.Select, parameters.Projection, projected, target);
        bool forward = input.ScanIndexForward ?? true;
        KeyRange left = input.ExclusiveStartKey is { } startKey ? Left(range, target.EncodeStartKey(startKey), forward) : range.Keys;

        var request = new PageRequest(target.Index, left, forward, input.Limit, selection.FetchWhole);
        PageAnswer answer = PageAnswer.Of(target, request, selection, parameters.Filter, isConsistent, input.ReturnConsumedCapacity);

        return new(new QueryOutput
        {
            Items = answer.Items,
            Count = answer.Count,
            ScannedCount = answer.ScannedCount,
            LastEvaluatedKey = answer.LastEvaluatedKey,
            ConsumedCapacity = answer.ConsumedCapacity,
        });
    }

    private static void CheckFilter(QueryInput input, KeyLayout key)
    {
        if (input.QueryFilter is null) return;
        foreach (string name in input.QueryFilter.Keys)
        {
            if (key.Declares(name)) throw DynamoDbErrors.Validation(ReadErrorText.KeyInQueryFilter(name));
        }
    }

    private static KeyRange Left(QueryRange range, byte[] startKey, bool forward)
    {
        if (!range.Partition.Contains(startKey)) throw DynamoDbErrors.Validation(ReadErrorText.StartKeyOutsidePartition);
        if (!range.Keys.Contains(startKey)) throw DynamoDbErrors.Validation(ReadErrorText.StartKeyOutsideRange);
        return forward ? range.Keys.Above(startKey) : range.Keys.Below(startKey);
    }

    private Parameters ReadParameters(QueryInput input)
    {
        var expressions = new RequestExpressions(compiler, input.ExpressionAttributeNames, input.ExpressionAttributeValues);
        expressions.Begin(
            [
                new(nameof(input.ProjectionExpression), input.ProjectionExpression),
                new(nameof(input.FilterExpression), input.FilterExpression),
                new(nameof(input.KeyConditionExpression), input.KeyConditionExpression),
            ],
            [
                new(nameof(input.AttributesToGet), input.AttributesToGet),
                new(nameof(input.QueryFilter), input.QueryFilter),
                new(nameof(input.ConditionalOperator), input.ConditionalOperator),
                new(nameof(input.KeyConditions), input.KeyConditions),
            ]);
        ItemProjection? projection = expressions.Projection(input.ProjectionExpression, input.AttributesToGet);
        Condition? filter = expressions.Filter(input.FilterExpression, input.QueryFilter, input.ConditionalOperator);
        KeyCondition keys = expressions.KeyCondition(input.KeyConditionExpression, input.KeyConditions)
            ?? throw DynamoDbErrors.Validation(ReadErrorText.NoKeyCondition);
        expressions.End();
        return new(projection, filter, keys);
    }

    private sealed record Parameters(ItemProjection? Projection, Condition? Filter, KeyCondition Keys);
}
