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
using RustStack.Expressions.Paths;
using Condition = RustStack.Expressions.Conditions.Condition;

namespace RustStack.DynamoDb.Operations;

/// <summary>Query.</summary>
internal sealed class Query(TableCatalog tables, ExpressionCompiler compiler) : QueryOperation
{
    /// <inheritdoc/>
    protected override ValueTask<QueryOutput> HandleAsync(QueryInput input, RequestContext context, CancellationToken cancellationToken)
    {
        Parameters parameters = ReadParameters(input);
        bool isConsistent = input.ConsistentRead ?? false;
        ReadTarget target = ReadTarget.Of(tables.Get(input.TableName, context), input.TableName, input.IndexName, isConsistent);
        bool forward = input.ScanIndexForward ?? true;
        KeyRange left = ReadRange(input, parameters.Keys, target, forward);
        CheckPaths(input, parameters, target);
        string projected = input.ProjectionExpression is null ? nameof(input.AttributesToGet) : nameof(input.ProjectionExpression);
        ReadSelection selection = ReadSelection.Of(input.Select, parameters.Projection, projected, target);

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

    private static KeyRange ReadRange(QueryInput input, KeyCondition condition, ReadTarget target, bool forward)
    {
        byte[]? startKey = input.ExclusiveStartKey is { } item ? target.EncodeStartKey(item) : null;
        QueryRange range = QueryRange.Of(condition, target.Key);
        if (startKey is null) return range.Keys;
        var partition = new KeyLayout(target.Key.Partition, [], []);
        return range.After(startKey, partition.Encode(input.ExclusiveStartKey!), forward);
    }

    private static void CheckPaths(QueryInput input, Parameters parameters, ReadTarget target)
    {
        KeyPathRules.Check(target.Table.Definition, parameters.Projection?.Attributes);
        if (parameters.Filter is null) return;
        UsedAttributes filtered = parameters.Filter.FindAttributes();
        string parameter = input.QueryFilter is null ? "Filter Expression" : nameof(input.QueryFilter);
        foreach (KeyAttribute key in target.Key.Declared)
        {
            if (filtered.Contains(key.Name)) throw DynamoDbErrors.Validation(ReadErrorText.KeyInFilter(parameter, key.Name));
        }

        KeyPathRules.Check(target.Table.Definition, filtered);
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
                // They are older than filter expressions and go together with them, but not with what replaces them.
                new(nameof(input.KeyConditions), input.KeyConditionExpression is null ? null : input.KeyConditions),
            ]);
        ItemRules.CheckStartKey(input.ExclusiveStartKey);
        if (input is { KeyConditionExpression: null, KeyConditions: null }) throw DynamoDbErrors.Validation(ReadErrorText.NoKeyCondition);
        KeyCondition keys = expressions.KeyCondition(input.KeyConditionExpression, input.KeyConditions)!;
        Condition? filter = expressions.Filter(input.FilterExpression, input.QueryFilter, input.ConditionalOperator);
        ItemProjection? projection = expressions.Projection(input.ProjectionExpression, input.AttributesToGet);
        expressions.End();
        return new(projection, filter, keys);
    }

    private sealed record Parameters(ItemProjection? Projection, Condition? Filter, KeyCondition Keys);
}
