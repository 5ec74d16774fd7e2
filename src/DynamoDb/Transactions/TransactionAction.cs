using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Writes;
using Update = RustStack.Expressions.Updates.Update;

namespace RustStack.DynamoDb.Transactions;

/// <summary>A write, or a check, of TransactWriteItems or of a statement, with its expressions compiled.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="TableName">The table's name or ARN as the request has it.</param>
/// <param name="Item">The item that is put or inserted, else the item's key.</param>
/// <param name="Update">What an update changes.</param>
/// <param name="Condition">What must hold.</param>
/// <param name="ValueBytes">The size of the values that an update brings, in bytes.</param>
internal sealed record TransactionAction(
    TransactionActionKind Kind, string TableName, Item Item, Update? Update, WriteCondition Condition, int ValueBytes)
{
    /// <summary>What the action counts for the size of its transaction, in bytes.</summary>
    public int SizeBytes => Item.SizeBytes + ValueBytes;

    /// <summary>Checks the action against the key of its table, which is a reason to cancel the transaction.</summary>
    /// <param name="layout">The table's key.</param>
    /// <returns>What is wrong in AWS's words, or null.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: a value of the key is empty or too long.</exception>
    public string? CheckSchema(KeyLayout layout)
    {
        string? mismatch = Kind is TransactionActionKind.Put or TransactionActionKind.Insert
            ? KeyRules.CheckItemSchema(layout, Item)
            : KeyRules.CheckKeySchema(layout, Item);
        if (mismatch is null && KeyRules.CheckValues(layout, Item) is { } error) throw DynamoDbErrors.Validation(error);
        return mismatch;
    }

    /// <summary>Makes the write that the action is.</summary>
    /// <param name="table">Its table.</param>
    /// <returns>The write.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: a reason to cancel the transaction.</exception>
    public ItemWrite Bind(Table table) => Kind switch
    {
        TransactionActionKind.Put => PutWrite.Of(table, Item, Condition),
        TransactionActionKind.Insert => InsertWrite.Of(table, Item),
        TransactionActionKind.Delete => DeleteWrite.Of(table, Item, Condition),
        TransactionActionKind.Update => UpdateWrite.Of(table, Item, Update, Condition),
        _ => CheckWrite.Of(table, Item, Condition),
    };
}
