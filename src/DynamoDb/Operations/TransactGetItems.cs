using RustStack.Core.Errors;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Transactions;
using RustStack.Expressions;

namespace RustStack.DynamoDb.Operations;

/// <summary>TransactGetItems. All items are of one state of their tables.</summary>
internal sealed class TransactGetItems(TableCatalog tables, ExpressionCompiler compiler) : TransactGetItemsOperation
{
    /// <summary>The most bytes that the items of one transaction may have.</summary>
    public const long MaxSizeBytes = 4 * 1024 * 1024;

    /// <inheritdoc/>
    protected override ValueTask<TransactGetItemsOutput> HandleAsync(
        TransactGetItemsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TransactionRead[] reads = Validate(input, context);
        byte[][] keys = EncodeKeys(reads);

        Item?[] items = Read(reads, keys);
        if (items.Sum(static item => (long)(item?.SizeBytes ?? 0)) > MaxSizeBytes)
            throw DynamoDbErrors.Validation(TransactionErrorText.TooLarge);

        var capacity = new TransactionCapacity();
        ItemResponse[] responses = new ItemResponse[reads.Length];
        for (int i = 0; i < reads.Length; i++)
        {
            capacity.AddRead(reads[i].Table, reads[i].TableName, items[i]);
            responses[i] = new() { Item = items[i] is { } item && reads[i].Projection is { } projection ? projection.Apply(item) : items[i] };
        }

        return new(new TransactGetItemsOutput
        {
            Responses = responses,
            ConsumedCapacity = capacity.ToReadOutput(input.ReturnConsumedCapacity),
        });
    }

    private TransactionRead[] Validate(TransactGetItemsInput input, RequestContext context)
    {
        Get[] gets = [.. input.TransactItems.Select(static item => item.Get)];
        ItemProjection?[] projections = Array.ConvertAll(gets, get => TransactionRead.ReadProjection(get, compiler));
        TransactionRead[] reads = new TransactionRead[gets.Length];
        for (int i = 0; i < reads.Length; i++)
            reads[i] = new(gets[i].TableName, tables.Get(gets[i].TableName, context), gets[i].Key, projections[i]);
        return reads;
    }

    private static byte[][] EncodeKeys(TransactionRead[] reads)
    {
        AwsException?[] refusals =
            Array.ConvertAll(reads, static read => read.CheckSchema() is { } mismatch ? DynamoDbErrors.Validation(mismatch) : null);
        byte[][] keys = new byte[reads.Length][];
        var items = new HashSet<ItemAddress>();
        for (int i = 0; i < reads.Length; i++)
        {
            if (refusals[i] is not null) continue;
            keys[i] = reads[i].Table.Definition.Key.Encode(reads[i].Key).ToArray();
            if (!items.Add(new(reads[i].Table, keys[i]))) throw DynamoDbErrors.Validation(TransactionErrorText.SameItem);
        }

        return Array.Exists(refusals, static refusal => refusal is not null) ? throw CancellationReasons.Of(refusals) : keys;
    }

    private static Item?[] Read(TransactionRead[] reads, byte[][] keys)
    {
        var gates = new TableGates(reads.Select(static read => read.Table));
        gates.Enter();
        try
        {
            Item?[] items = new Item?[reads.Length];
            for (int i = 0; i < items.Length; i++) items[i] = reads[i].Table.Find(keys[i]);
            return items;
        }
        finally
        {
            gates.Exit();
        }
    }
}
