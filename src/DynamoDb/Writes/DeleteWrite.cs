using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Writes;

/// <summary>A write that deletes an item.</summary>
internal sealed class DeleteWrite : ItemWrite
{
    private DeleteWrite(Table table, byte[] key, WriteCondition condition)
        : base(table, key, condition)
    {
    }

    /// <summary>Validates a write.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="condition">What must hold.</param>
    /// <returns>The write.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static DeleteWrite Of(Table table, Item key, WriteCondition condition)
    {
        KeyLayout layout = table.Definition.Key;
        if (KeyRules.CheckKey(layout, key) is { } error) throw DynamoDbErrors.Validation(error);
        condition.CheckPaths(table.Definition);
        return new(table, layout.Encode(key).ToArray(), condition);
    }

    /// <inheritdoc/>
    protected override AwsException? TryApply(Item? before, out Item? after)
    {
        after = null;
        return null;
    }
}
