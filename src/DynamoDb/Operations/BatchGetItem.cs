using RustStack.Core.Requests;
using RustStack.DynamoDb.Batches;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions;

namespace RustStack.DynamoDb.Operations;

/// <summary>BatchGetItem.</summary>
internal sealed class BatchGetItem(TableCatalog tables, ExpressionCompiler compiler) : BatchGetItemOperation
{
    private const int MostKeys = 100;
    private const long MostAnswerBytes = 16L << 20;

    /// <inheritdoc/>
    protected override ValueTask<BatchGetItemOutput> HandleAsync(
        BatchGetItemInput input, RequestContext context, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, BatchRead>> reads = Validate(input, context);

        var responses = new Dictionary<string, IReadOnlyList<Item>>(StringComparer.Ordinal);
        var unprocessed = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal);
        List<ConsumedCapacity>? capacities = null;
        long budgetBytes = MostAnswerBytes;
        foreach ((string table, BatchRead read) in reads)
        {
            read.Execute(ref budgetBytes);
            responses.Add(table, read.Items);
            if (read.Unprocessed is { } rest) unprocessed.Add(table, rest);
            if (read.ConsumedCapacity(input.ReturnConsumedCapacity) is { } capacity) (capacities ??= []).Add(capacity);
        }

        return new(new BatchGetItemOutput { Responses = responses, UnprocessedKeys = unprocessed, ConsumedCapacity = capacities });
    }

    private List<KeyValuePair<string, BatchRead>> Validate(BatchGetItemInput input, RequestContext context)
    {
        if (input.RequestItems.Values.Sum(static request => request.Keys!.Count) > MostKeys)
            throw DynamoDbErrors.Validation(BatchErrorText.TooManyReads);
        List<KeyValuePair<string, BatchRead>> reads = [];
        foreach ((string name, KeysAndAttributes request) in input.RequestItems)
        {
            ItemProjection? projection = ReadProjection(request);
            foreach (Item key in request.Keys!) ItemRules.Check(key);
            Table table = tables.Get(name, context);
            reads.Add(new(name, BatchRead.Of(table, name, request, projection)));
            KeyPathRules.Check(table.Definition, projection?.Attributes);
        }

        return reads;
    }

    private ItemProjection? ReadProjection(KeysAndAttributes request)
    {
        var expressions = new RequestExpressions(compiler, request.ExpressionAttributeNames, values: null);
        expressions.Begin(
            [new(nameof(request.ProjectionExpression), request.ProjectionExpression)],
            [new(nameof(request.AttributesToGet), request.AttributesToGet)]);
        ItemProjection? projection = expressions.Projection(request.ProjectionExpression, request.AttributesToGet);
        expressions.End();
        return projection;
    }
}
