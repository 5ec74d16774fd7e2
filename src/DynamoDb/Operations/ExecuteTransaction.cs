using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Statements;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Transactions;
using RustStack.Expressions.PartiQl;

namespace RustStack.DynamoDb.Operations;

/// <summary>ExecuteTransaction.</summary>
internal sealed class ExecuteTransaction(TableCatalog tables, StatementReader reader, TransactionTokens tokens) : ExecuteTransactionOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<ExecuteTransactionOutput> HandleAsync(
        ExecuteTransactionInput input, RequestContext context, CancellationToken cancellationToken)
    {
        Statement[] statements = [.. input.TransactStatements.Select(each => reader.Read(each.Statement, each.Parameters))];
        if (Array.TrueForAll(statements, static statement => statement.IsRead)) return Read(statements, input, context);
        if (Array.Exists(statements, static statement => statement.IsRead))
            throw DynamoDbErrors.Validation(StatementErrorText.MixedTransaction);
        if (Array.Exists(statements, static statement => statement is UpdateStatement { Returning: not null } or DeleteStatement { Returning: not null }))
            throw DynamoDbErrors.Validation(StatementErrorText.ReturningInTransaction);

        Table[] targets = Array.ConvertAll(statements, statement => tables.Get(statement.TableName, context));
        TransactionAction[] actions = [.. statements.Select((statement, index) => StatementWrites.ActionOf(
            statement,
            targets[index],
            input.TransactStatements[index].Parameters,
            input.TransactStatements[index].ReturnValuesOnConditionCheckFailure))];
        WriteTransaction transaction = WriteTransaction.Of(actions, targets);
        return input.ClientRequestToken is { } text
            ? await ExecuteOnceAsync(transaction, actions, input, new(context.AccountId, context.Region, text), context.Time)
            : await ExecuteAsync(transaction, actions, input, token: null);
    }

    private ExecuteTransactionOutput Read(Statement[] statements, ExecuteTransactionInput input, RequestContext context)
    {
        ItemSelect[] selects = Array.ConvertAll(statements, statement => ItemSelect.Of(
            (SelectStatement)statement, tables.Get(statement.TableName, context), StatementErrorText.NotOneItemInTransaction));
        var addresses = new HashSet<ItemAddress>();
        if (!Array.TrueForAll(selects, select => addresses.Add(new(select.Table, select.Key))))
            throw DynamoDbErrors.Validation(TransactionErrorText.SameItem);

        Item?[] items = Find(selects);
        if (items.Sum(static item => (long)(item?.SizeBytes ?? 0)) > TransactGetItems.MaxSizeBytes)
            throw DynamoDbErrors.Validation(TransactionErrorText.TooLarge);

        var capacity = new TransactionCapacity();
        for (int i = 0; i < items.Length; i++) capacity.AddRead(selects[i].Table, selects[i].TableName, items[i]);
        return new()
        {
            Responses = [.. selects.Select((select, index) => new ItemResponse { Item = select.Apply(items[index]) })],
            ConsumedCapacity = capacity.ToReadOutput(input.ReturnConsumedCapacity),
        };
    }

    private static Item?[] Find(ItemSelect[] selects)
    {
        var gates = new TableGates(selects.Select(static select => select.Table));
        gates.Enter();
        try
        {
            return Array.ConvertAll(selects, static select => select.Table.Find(select.Key));
        }
        finally
        {
            gates.Exit();
        }
    }

    private async ValueTask<ExecuteTransactionOutput> ExecuteOnceAsync(
        WriteTransaction transaction, TransactionAction[] actions, ExecuteTransactionInput input, TransactionToken token, DateTimeOffset now)
    {
        UInt128 fingerprint = TransactionFingerprint.Of(input.TransactStatements);
        if (!tokens.TryBegin(token, fingerprint, now)) return Repeat(transaction, actions, input);
        bool isDone = false;
        try
        {
            SavedToken saved = TransactionTokens.ToRecord(token, fingerprint, now);
            ExecuteTransactionOutput output = await ExecuteAsync(transaction, actions, input, saved);
            isDone = true;
            return output;
        }
        finally
        {
            tokens.End(token, isDone, now);
        }
    }

    private static async ValueTask<ExecuteTransactionOutput> ExecuteAsync(
        WriteTransaction transaction, TransactionAction[] actions, ExecuteTransactionInput input, SavedToken? token)
    {
        WriteUnits[] units = transaction.Execute(token, out JournalReceipt saved);
        await saved.CommittedAsync();
        var capacity = new TransactionCapacity();
        for (int i = 0; i < actions.Length; i++) capacity.AddWrite(transaction.Tables[i], actions[i].TableName, units[i]);
        return Answer(actions, capacity.ToWriteOutput(input.ReturnConsumedCapacity));
    }

    /// <summary>Answers a transaction that was done before: its items are read, nothing changes.</summary>
    private static ExecuteTransactionOutput Repeat(WriteTransaction transaction, TransactionAction[] actions, ExecuteTransactionInput input)
    {
        Item?[] items = transaction.Read();
        var capacity = new TransactionCapacity();
        for (int i = 0; i < actions.Length; i++) capacity.AddRead(transaction.Tables[i], actions[i].TableName, items[i]);
        return Answer(actions, capacity.ToReadOutput(input.ReturnConsumedCapacity));
    }

    private static ExecuteTransactionOutput Answer(TransactionAction[] actions, IReadOnlyList<ConsumedCapacity>? capacity) => new()
    {
        Responses = Array.ConvertAll(actions, static _ => new ItemResponse()),
        ConsumedCapacity = capacity,
    };
}
