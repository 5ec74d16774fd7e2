using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Writes;
using RustStack.Expressions;
using RustStack.Expressions.Values;
using Update = RustStack.Expressions.Updates.Update;

namespace RustStack.DynamoDb.Transactions;

/// <summary>Reads the actions of TransactWriteItems. What is wrong here refuses the request; it is no reason of a cancelled transaction.</summary>
/// <param name="compiler">Compiles their expressions.</param>
internal sealed class TransactionActionReader(ExpressionCompiler compiler)
{
    /// <summary>Reads an action.</summary>
    /// <param name="item">The request's element, which must hold one action.</param>
    /// <returns>The action.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public TransactionAction Read(TransactWriteItem item) => item switch
    {
        { ConditionCheck: null, Put: null, Delete: null, Update: null } => throw DynamoDbErrors.Validation(TransactionErrorText.NoAction),
        { ConditionCheck: { } check, Put: null, Delete: null, Update: null } => Read(check),
        { ConditionCheck: null, Put: { } put, Delete: null, Update: null } => Read(put),
        { ConditionCheck: null, Put: null, Delete: { } delete, Update: null } => Read(delete),
        { ConditionCheck: null, Put: null, Delete: null, Update: { } update } => Read(update),
        _ => throw DynamoDbErrors.Validation(TransactionErrorText.ManyActions),
    };

    private TransactionAction Read(ConditionCheck check) => Of(
        TransactionActionKind.Check,
        check.TableName,
        check.Key,
        Begin(check.ExpressionAttributeNames, check.ExpressionAttributeValues),
        check.ConditionExpression,
        check.ReturnValuesOnConditionCheckFailure);

    private TransactionAction Read(Put put)
    {
        ItemRules.CheckPut(put.Item);
        return Of(
            TransactionActionKind.Put,
            put.TableName,
            put.Item,
            Begin(put.ExpressionAttributeNames, put.ExpressionAttributeValues),
            put.ConditionExpression,
            put.ReturnValuesOnConditionCheckFailure);
    }

    private TransactionAction Read(Delete delete) => Of(
        TransactionActionKind.Delete,
        delete.TableName,
        delete.Key,
        Begin(delete.ExpressionAttributeNames, delete.ExpressionAttributeValues),
        delete.ConditionExpression,
        delete.ReturnValuesOnConditionCheckFailure);

    private TransactionAction Read(Generated.Update update)
    {
        ItemRules.Check(update.Key);
        RequestExpressions expressions = Begin(update.ExpressionAttributeNames, update.ExpressionAttributeValues);
        Update? compiled = expressions.Update(update.UpdateExpression, updates: null);
        WriteCondition condition = expressions.WriteCondition(
            update.ConditionExpression, expected: null, conditionalOperator: null, update.ReturnValuesOnConditionCheckFailure);
        int valueBytes = 0;
        foreach (AttributeValue value in update.ExpressionAttributeValues?.Values ?? []) valueBytes += AttributeSize.Of(value);
        return new(TransactionActionKind.Update, update.TableName, update.Key, compiled, condition, valueBytes);
    }

    private RequestExpressions Begin(IReadOnlyDictionary<string, string>? names, IReadOnlyDictionary<string, AttributeValue>? values)
    {
        var expressions = new RequestExpressions(compiler, names, values);
        expressions.CheckBindings();
        return expressions;
    }

    private static TransactionAction Of(
        TransactionActionKind kind, string table, Item item, RequestExpressions expressions, string? condition, string? returnValues)
    {
        ItemRules.Check(item);
        // Without an expression, names and values may be there and be used by nothing.
        WriteCondition compiled = condition is null
            ? default
            : expressions.WriteCondition(condition, expected: null, conditionalOperator: null, returnValues);
        return new(kind, table, item, Update: null, compiled, ValueBytes: 0);
    }
}
