using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Transactions;
using RustStack.DynamoDb.Writes;
using RustStack.Expressions;

namespace RustStack.DynamoDb.Operations;

/// <summary>TransactWriteItems.</summary>
internal sealed class TransactWriteItems(TableCatalog tables, ExpressionCompiler compiler, TransactionTokens tokens)
    : TransactWriteItemsOperation
{
    private readonly TransactionActionReader _reader = new(compiler);

    /// <inheritdoc/>
    protected override async ValueTask<TransactWriteItemsOutput> HandleAsync(
        TransactWriteItemsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TransactionAction[] actions = [.. input.TransactItems.Select(_reader.Read)];
        Table[] targets = Array.ConvertAll(actions, action => tables.Get(action.TableName, context));
        WriteTransaction transaction = WriteTransaction.Of(actions, targets);

        return input.ClientRequestToken is { } text
            ? await ExecuteOnceAsync(transaction, actions, input, new(context.AccountId, context.Region, text), context.Time)
            : await ExecuteAsync(transaction, actions, input, token: null);
    }

    private async ValueTask<TransactWriteItemsOutput> ExecuteOnceAsync(
        WriteTransaction transaction, TransactionAction[] actions, TransactWriteItemsInput input, TransactionToken token, DateTimeOffset now)
    {
        UInt128 fingerprint = TransactionFingerprint.Of(input.TransactItems);
        if (!tokens.TryBegin(token, fingerprint, now)) return Repeat(transaction, actions, input);
        bool isDone = false;
        try
        {
            SavedToken saved = TransactionTokens.ToRecord(token, fingerprint, now);
            TransactWriteItemsOutput output = await ExecuteAsync(transaction, actions, input, saved);
            isDone = true;
            return output;
        }
        finally
        {
            tokens.End(token, isDone, now);
        }
    }

    private static async ValueTask<TransactWriteItemsOutput> ExecuteAsync(
        WriteTransaction transaction, TransactionAction[] actions, TransactWriteItemsInput input, SavedToken? token)
    {
        WriteUnits[] units = transaction.Execute(token, out JournalReceipt saved);
        await saved.CommittedAsync();
        var capacity = new TransactionCapacity();
        for (int i = 0; i < actions.Length; i++) capacity.AddWrite(transaction.Tables[i], actions[i].TableName, units[i]);
        return new()
        {
            ConsumedCapacity = capacity.ToWriteOutput(input.ReturnConsumedCapacity),
            ItemCollectionMetrics = Metrics(transaction, actions, input.ReturnItemCollectionMetrics),
        };
    }

    /// <summary>Answers a transaction that was done before: its items are read, nothing changes.</summary>
    private static TransactWriteItemsOutput Repeat(WriteTransaction transaction, TransactionAction[] actions, TransactWriteItemsInput input)
    {
        Item?[] items = transaction.Read();
        var capacity = new TransactionCapacity();
        for (int i = 0; i < actions.Length; i++) capacity.AddRead(transaction.Tables[i], actions[i].TableName, items[i]);
        return new()
        {
            ConsumedCapacity = capacity.ToReadOutput(input.ReturnConsumedCapacity),
            ItemCollectionMetrics = Metrics(transaction, actions, input.ReturnItemCollectionMetrics),
        };
    }

    private static Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>? Metrics(
        WriteTransaction transaction, TransactionAction[] actions, string? mode)
    {
        Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>? metrics = null;
        for (int i = 0; i < actions.Length; i++)
        {
            if (actions[i].Kind == TransactionActionKind.Check) continue;
            if (CollectionMetrics.Of(mode, transaction.Tables[i], actions[i].Item) is not { } collection) continue;
            metrics ??= new(StringComparer.Ordinal);
            metrics[actions[i].TableName] = [.. metrics.GetValueOrDefault(actions[i].TableName, []), collection];
        }

        return metrics;
    }
}
