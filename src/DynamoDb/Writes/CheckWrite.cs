using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Writes;

/// <summary>The check of a transaction: a condition on an item that stays as it is.</summary>
internal sealed class CheckWrite : ItemWrite
{
    private CheckWrite(Table table, byte[] key, WriteCondition condition)
        : base(table, key, condition)
    {
    }

    /// <inheritdoc/>
    public override bool Changes => false;

    /// <summary>Validates a check.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="condition">What must hold.</param>
    /// <returns>The check.</returns>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static CheckWrite Of(Table table, Item key, WriteCondition condition)
    {
        KeyLayout layout = table.Definition.Key;
        if (KeyRules.CheckKey(layout, key) is { } error) throw DynamoDbErrors.Validation(error);
        condition.CheckPaths(table.Definition);
        return new(table, layout.Encode(key).ToArray(), condition);
    }

    /// <inheritdoc/>
    protected override AwsException? TryApply(Item? before, out Item? after)
    {
        after = before;
        return null;
    }
}
