using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Writes;

/// <summary>A write that adds an item where there must be none.</summary>
internal sealed class InsertWrite : ItemWrite
{
    private readonly Item _item;

    private InsertWrite(Table table, byte[] key, Item item)
        : base(table, key, condition: default) => _item = item;

    /// <summary>Validates a write.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item.</param>
    /// <returns>The write.</returns>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static InsertWrite Of(Table table, Item item)
    {
        PutWrite.CheckKeys(table, item);
        return new(table, table.Definition.Key.Encode(item).ToArray(), item);
    }

    /// <inheritdoc/>
    protected override AwsException? TryApply(Item? before, out Item? after)
    {
        after = _item;
        return before is null ? null : DynamoDbErrors.DuplicateItem();
    }
}
