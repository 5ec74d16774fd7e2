using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Writes;

/// <summary>A validated write of one item: it decides with the table's gate held, and commits in the same step.</summary>
/// <param name="table">The table.</param>
/// <param name="key">The item's key bytes.</param>
/// <param name="condition">What must hold.</param>
internal abstract class ItemWrite(Table table, byte[] key, WriteCondition condition)
{
    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    /// <summary>The item's key bytes.</summary>
    public byte[] Key { get; } = key;

    /// <summary>Decides, with the table's gate held, and changes nothing yet.</summary>
    /// <returns>The change.</returns>
    /// <exception cref="Core.Errors.AwsException">The condition does not hold, or the item would break a rule.</exception>
    public ItemChange Decide()
    {
        Item? before = Table.Find(Key);
        condition.Check(before);
        return new(Key, before, Apply(before));
    }

    /// <summary>Decides and commits as one step.</summary>
    /// <param name="units">What the write cost.</param>
    /// <returns>The change that was made.</returns>
    /// <exception cref="Core.Errors.AwsException">The write does not happen.</exception>
    public ItemChange Execute(out WriteUnits units)
    {
        using (Table.Enter())
        {
            ItemChange change = Decide();
            units = Table.Commit(change);
            return change;
        }
    }

    /// <summary>Computes the item as it will be.</summary>
    /// <param name="before">The item as it is; null when there is none.</param>
    /// <returns>The item as it will be; null when it is deleted.</returns>
    protected abstract Item? Apply(Item? before);
}
