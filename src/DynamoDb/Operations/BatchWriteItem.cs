using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Batches;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Writes;

namespace RustStack.DynamoDb.Operations;

/// <summary>BatchWriteItem. Every write is atomic by itself, the batch is not.</summary>
internal sealed class BatchWriteItem(TableCatalog tables) : BatchWriteItemOperation
{
    private const int MostWrites = 25;

    /// <inheritdoc/>
    protected override async ValueTask<BatchWriteItemOutput> HandleAsync(
        BatchWriteItemInput input, RequestContext context, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, List<ItemWrite>>> batches = Validate(input, context);

        List<ConsumedCapacity>? capacities = null;
        var metrics = new Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>(StringComparer.Ordinal);
        List<JournalReceipt> saved = [];
        var unprocessed = new Dictionary<string, IReadOnlyList<WriteRequest>>(StringComparer.Ordinal);
        foreach ((string name, List<ItemWrite> writes) in batches)
        {
            Table table = writes[0].Table;
            var capacity = new CapacityReport(table.Definition, name);
            List<WriteRequest> rest = Execute(writes, input.RequestItems[name], capacity, saved);
            if (rest.Count > 0) unprocessed.Add(name, rest);
            if (capacity.ToOutput(input.ReturnConsumedCapacity) is { } consumed) (capacities ??= []).Add(consumed);
            if (Metrics(input, name, table) is { } collections) metrics.Add(name, collections);
        }

        foreach (JournalReceipt receipt in saved) await receipt.CommittedAsync();
        return new()
        {
            UnprocessedItems = unprocessed,
            ItemCollectionMetrics = metrics.Count == 0 ? null : metrics,
            ConsumedCapacity = capacities,
        };
    }

    /// <summary>Makes the writes to a table, and gives back those whose items a transaction has at the moment.</summary>
    private static List<WriteRequest> Execute(
        List<ItemWrite> writes, IReadOnlyList<WriteRequest> requests, CapacityReport capacity, List<JournalReceipt> saved)
    {
        List<WriteRequest> rest = [];
        for (int i = 0; i < writes.Count; i++)
        {
            // Writes of a batch have no conditions, so that nothing else refuses them here.
            if (writes[i].TryExecute(out CompletedWrite write) is not null)
            {
                rest.Add(requests[i]);
                continue;
            }

            capacity.AddWrite(write.Units);
            saved.Add(write.Saved);
        }

        return rest;
    }

    private static List<ItemCollectionMetrics>? Metrics(BatchWriteItemInput input, string name, Table table)
    {
        List<ItemCollectionMetrics> metrics = [];
        foreach (WriteRequest request in input.RequestItems[name])
        {
            Item item = (request.PutRequest?.Item ?? request.DeleteRequest?.Key)!;
            if (CollectionMetrics.Of(input.ReturnItemCollectionMetrics, table, item) is { } collection) metrics.Add(collection);
        }

        return metrics.Count == 0 ? null : metrics;
    }

    private List<KeyValuePair<string, List<ItemWrite>>> Validate(BatchWriteItemInput input, RequestContext context)
    {
        if (input.RequestItems.Values.Sum(static requests => requests.Count) > MostWrites)
            throw DynamoDbErrors.Validation(BatchErrorText.TooManyWrites);
        foreach (IReadOnlyList<WriteRequest> requests in input.RequestItems.Values)
        {
            foreach (WriteRequest request in requests) Check(request);
        }

        List<KeyValuePair<string, List<ItemWrite>>> batches = [];
        foreach ((string name, IReadOnlyList<WriteRequest> requests) in input.RequestItems)
        {
            Table table = tables.Get(name, context);
            var distinct = new KeySet();
            List<ItemWrite> writes = new(requests.Count);
            foreach (WriteRequest request in requests)
            {
                ItemWrite write = request.PutRequest is { } put
                    ? PutWrite.Of(table, put.Item!, default)
                    : DeleteWrite.Of(table, request.DeleteRequest!.Key!, default);
                distinct.Add(write.Key);
                writes.Add(write);
            }

            batches.Add(new(name, writes));
        }

        return batches;
    }

    private static void Check(WriteRequest request)
    {
        switch (request)
        {
            case { PutRequest: not null, DeleteRequest: not null }: throw DynamoDbErrors.Validation(ItemErrorText.ManyTypes);
            case { PutRequest: { } put }: ItemRules.CheckPut(put.Item!); break;
            case { DeleteRequest: { } delete }: ItemRules.Check(delete.Key); break;
            default: throw DynamoDbErrors.Validation(ItemErrorText.NoType);
        }
    }
}
