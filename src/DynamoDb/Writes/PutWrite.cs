using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Writes;

/// <summary>A write that replaces an item.</summary>
internal sealed class PutWrite : ItemWrite
{
    private readonly Item _item;

    private PutWrite(Table table, byte[] key, WriteCondition condition, Item item)
        : base(table, key, condition) => _item = item;

    /// <summary>Validates a write.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item.</param>
    /// <param name="condition">What must hold.</param>
    /// <returns>The write.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static PutWrite Of(Table table, Item item, WriteCondition condition)
    {
        CheckKeys(table, item);
        condition.CheckPaths(table.Definition);
        return new(table, table.Definition.Key.Encode(item).ToArray(), condition, item);
    }

    /// <summary>Checks what an item that is written whole has for the keys of its table and of the indexes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item.</param>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static void CheckKeys(Table table, Item item)
    {
        if (KeyRules.CheckItem(table.Definition.Key, item) is { } error) throw DynamoDbErrors.Validation(error);
        foreach (TableIndex index in table.Indexes)
        {
            IndexDefinition definition = index.Definition;
            if (KeyRules.CheckIndexed(definition.Key, definition.Name, item) is { } indexError) throw DynamoDbErrors.Validation(indexError);
        }
    }

    /// <inheritdoc/>
    protected override AwsException? TryApply(Item? before, out Item? after)
    {
        after = _item;
        return null;
    }
}
