using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Batches;

/// <summary>The part of a batch of reads that concerns one table.</summary>
internal sealed class BatchRead
{
    private readonly Table _table;
    private readonly KeysAndAttributes _request;
    private readonly ItemProjection? _projection;
    private readonly List<byte[]> _keys = [];
    private readonly CapacityReport _capacity;
    private readonly List<Item> _items = [];

    private BatchRead(Table table, string tableName, KeysAndAttributes request, ItemProjection? projection)
    {
        _table = table;
        _request = request;
        _projection = projection;
        _capacity = new(table.Definition, tableName);
    }

    /// <summary>The items found, projected.</summary>
    public IReadOnlyList<Item> Items => _items;

    /// <summary>What is left for another request, since the answer is full; null when nothing is.</summary>
    public KeysAndAttributes? Unprocessed { get; private set; }

    /// <summary>Validates the part.</summary>
    /// <param name="table">The table.</param>
    /// <param name="tableName">Its name or ARN as the request has it.</param>
    /// <param name="request">The keys.</param>
    /// <param name="projection">What is returned of the items; null for all.</param>
    /// <returns>The part.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static BatchRead Of(Table table, string tableName, KeysAndAttributes request, ItemProjection? projection)
    {
        var read = new BatchRead(table, tableName, request, projection);
        var distinct = new KeySet();
        KeyLayout layout = table.Definition.Key;
        foreach (Item key in request.Keys!)
        {
            if (KeyRules.CheckKey(layout, key) is { } error) throw DynamoDbErrors.Validation(error);
            read._keys.Add(distinct.Add(layout.Encode(key).ToArray()));
        }

        return read;
    }

    /// <summary>Reads the items, all of one state of the table.</summary>
    /// <param name="budgetBytes">How much room the answer has left, in bytes; falls by the size of the items read.</param>
    public void Execute(ref long budgetBytes)
    {
        using (_table.Enter()) Find(ref budgetBytes);
        if (_projection is null) return;
        for (int i = 0; i < _items.Count; i++) _items[i] = _projection.Apply(_items[i]);
    }

    /// <summary>What the reads consumed.</summary>
    /// <param name="mode">The request's <c>ReturnConsumedCapacity</c>.</param>
    /// <returns>The figures asked for; null when none are.</returns>
    public ConsumedCapacity? ConsumedCapacity(string? mode) => _capacity.ToOutput(mode);

    private void Find(ref long budgetBytes)
    {
        for (int i = 0; i < _keys.Count; i++)
        {
            Item? item = _table.Find(_keys[i]);
            if (item is not null && item.SizeBytes > budgetBytes)
            {
                Unprocessed = _request with { Keys = [.. _request.Keys!.Skip(i)] };
                return;
            }

            _capacity.AddTableRead(ReadUnits.Of(item?.SizeBytes ?? 0, _request.ConsistentRead ?? false));
            if (item is null) continue;
            budgetBytes -= item.SizeBytes;
            _items.Add(item);
        }
    }
}
