using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Reads;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions;
using Condition = RustStack.Expressions.Conditions.Condition;

namespace RustStack.DynamoDb.Operations;

/// <summary>Scan.</summary>
internal sealed class Scan(TableCatalog tables, ExpressionCompiler compiler) : ScanOperation
{
    /// <inheritdoc/>
    protected override ValueTask<ScanOutput> HandleAsync(ScanInput input, RequestContext context, CancellationToken cancellationToken)
    {
        (ItemProjection? projection, Condition? filter) = ReadParameters(input);
        bool isConsistent = input.ConsistentRead ?? false;
        Table table = tables.Get(input.TableName, context);
        if (input is { IndexName: { } indexName, ExclusiveStartKey: not null } && table.FindIndex(indexName) is null)
            throw DynamoDbErrors.Validation(ReadErrorText.StartKeyInvalid);
        ReadTarget target = ReadTarget.Of(table, input.TableName, input.IndexName, isConsistent);
        KeyRange left = Left(input, target);
        KeyPathRules.Check(table.Definition, projection?.Attributes);
        KeyPathRules.Check(table.Definition, filter?.FindAttributes());
        string projected = input.ProjectionExpression is null ? nameof(input.AttributesToGet) : nameof(input.ProjectionExpression);
        ReadSelection selection = ReadSelection.Of(input.Select, projection, projected, target);

        var request = new PageRequest(target.Index, left, Forward: true, input.Limit, selection.FetchWhole);
        PageAnswer answer = PageAnswer.Of(target, request, selection, filter, isConsistent, input.ReturnConsumedCapacity);

        return new(new ScanOutput
        {
            Items = answer.Items,
            Count = answer.Count,
            ScannedCount = answer.ScannedCount,
            LastEvaluatedKey = answer.LastEvaluatedKey,
            ConsumedCapacity = answer.ConsumedCapacity,
        });
    }

    private static void CheckSegment(ScanInput input)
    {
        string? error = (input.Segment, input.TotalSegments) switch
        {
            (not null, null) => ReadErrorText.SegmentWithoutTotal,
            (null, not null) => ReadErrorText.TotalWithoutSegment,
            ({ } segment, { } total) when segment >= total => ReadErrorText.SegmentTooLarge(segment, total),
            _ => null,
        };
        if (error is not null) throw DynamoDbErrors.Validation(error);
    }

    private static KeyRange Left(ScanInput input, ReadTarget target)
    {
        KeyRange range = input is { Segment: { } segment, TotalSegments: { } total } ? KeyRange.OfSegment(segment, total) : KeyRange.All;
        if (input.ExclusiveStartKey is null) return range;
        if (target.Index is null && !KeyRules.MatchesSchema(target.Key.All, input.ExclusiveStartKey))
            throw DynamoDbErrors.Validation(ReadErrorText.InvalidStartKey(KeyErrorText.SchemaMismatch));
        byte[] startKey = target.EncodeStartKey(input.ExclusiveStartKey);
        return range.Contains(startKey)
            ? range.Above(startKey)
            : throw DynamoDbErrors.Validation(
                ReadErrorText.StartKeyOfOtherSegment(input.Segment.GetValueOrDefault(), input.TotalSegments.GetValueOrDefault()));
    }

    private (ItemProjection? Projection, Condition? Filter) ReadParameters(ScanInput input)
    {
        var expressions = new RequestExpressions(compiler, input.ExpressionAttributeNames, input.ExpressionAttributeValues);
        expressions.Begin(
            [
                new(nameof(input.ProjectionExpression), input.ProjectionExpression),
                new(nameof(input.FilterExpression), input.FilterExpression),
            ],
            [
                new(nameof(input.AttributesToGet), input.AttributesToGet),
                new(nameof(input.ScanFilter), input.ScanFilter),
                new(nameof(input.ConditionalOperator), input.ConditionalOperator),
            ]);
        ItemRules.CheckStartKey(input.ExclusiveStartKey);
        CheckSegment(input);
        ItemProjection? projection = expressions.Projection(input.ProjectionExpression, input.AttributesToGet);
        Condition? filter = expressions.Filter(input.FilterExpression, input.ScanFilter, input.ConditionalOperator);
        expressions.End();
        return (projection, filter);
    }
}
