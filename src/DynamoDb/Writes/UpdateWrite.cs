using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions;
using RustStack.Expressions.Updates;

namespace RustStack.DynamoDb.Writes;

/// <summary>A write that changes attributes of an item, or makes the item when there is none.</summary>
internal sealed class UpdateWrite : ItemWrite
{
    private readonly Item _keyItem;
    private readonly Update? _update;

    private UpdateWrite(Table table, byte[] key, WriteCondition condition, Item keyItem, Update? update)
        : base(table, key, condition)
    {
        _keyItem = keyItem;
        _update = update;
    }

    /// <summary>Validates a write.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="update">What changes; null when nothing does but that the item is there.</param>
    /// <param name="condition">What must hold.</param>
    /// <returns>The write.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static UpdateWrite Of(Table table, Item key, Update? update, WriteCondition condition)
    {
        KeyLayout layout = table.Definition.Key;
        if (KeyRules.CheckKey(layout, key) is { } error) throw DynamoDbErrors.Validation(error);
        if (update is not null) CheckUpdate(table, update);
        condition.CheckPaths(table.Definition);
        return new(table, layout.Encode(key).ToArray(), condition, key, update);
    }

    private static void CheckUpdate(Table table, Update update)
    {
        foreach (string name in update.UpdatedPaths.AttributeNames)
        {
            if (table.Definition.Key.Declares(name)) throw DynamoDbErrors.Validation(KeyErrorText.Updated(name));
        }

        foreach (IndexDefinition index in table.Definition.Indexes)
        {
            foreach (KeyAttribute key in index.Key.Declared)
            {
                if (update.FindAssignedType(key.Name) is { } type && type != key.Type)
                    throw DynamoDbErrors.Validation(KeyErrorText.IndexType(key, type, index.Name));
            }
        }

        KeyPathRules.Check(table.Definition, update.FindAttributes());
    }

    /// <inheritdoc/>
    protected override AwsException? TryApply(Item? before, out Item? after)
    {
        after = before ?? _keyItem;
        if (_update is null) return null;
        if (!_update.Apply(after).TryGet(out IReadOnlyList<AttributeChange>? changes, out ExpressionError? error))
            return DynamoDbErrors.Validation(error.Message);
        foreach (AttributeChange change in changes)
        {
            if (change.Value is { } value && AttributeDepth.IsExceeded(value)) return DynamoDbErrors.Validation(ItemErrorText.NestedTooDeep);
        }

        after = ItemEdit.With(after, changes);
        return CheckUpdated(after) is { } refusal ? DynamoDbErrors.Validation(refusal) : null;
    }

    private string? CheckUpdated(Item after)
    {
        if (after.SizeBytes > Item.MaxSizeBytes) return WriteErrorText.UpdatedItemTooLarge;
        foreach (TableIndex index in Table.Indexes)
        {
            if (KeyRules.CheckUpdated(index.Definition.Key, after) is { } error) return error;
        }

        return null;
    }
}
