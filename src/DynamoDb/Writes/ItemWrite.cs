using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;
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

    /// <summary>Whether the write may change the item; a mere check of a transaction does not.</summary>
    public virtual bool Changes => true;

    /// <summary>Decides, with the table's gate held, and changes nothing yet.</summary>
    /// <param name="change">The change; of no use when the write is refused.</param>
    /// <returns>Why the write cannot happen: its condition does not hold, or the item would break a rule. Null when it can.</returns>
    public AwsException? TryDecide(out ItemChange change)
    {
        Item? before = Table.Find(Key);
        Item? after = null;
        AwsException? refusal = condition.Check(before) ?? TryApply(before, out after);
        change = new(Key, before, after);
        if (refusal is null && CollectionLimit.IsExceeded(Table, change)) refusal = DynamoDbErrors.ItemCollectionTooLarge();
        return refusal;
    }

    /// <summary>Decides and commits as one step.</summary>
    /// <param name="write">The write that was made, whose answer waits until it is saved; of no use when it is refused.</param>
    /// <returns>Why the write did not happen, a transaction that has the item included; null when it did.</returns>
    /// <exception cref="AwsException">The table was deleted meanwhile.</exception>
    public AwsException? TryExecute(out CompletedWrite write)
    {
        using (Table.Enter())
        {
            write = default;
            if (Table.Claims.Holds(new(Table, Key))) return DynamoDbErrors.TransactionConflict();
            if (TryDecide(out ItemChange change) is { } refusal) return refusal;
            write = Table.Commit(change);
            return null;
        }
    }

    /// <summary>Decides and commits as one step, and waits until that is saved.</summary>
    /// <returns>The write that was made.</returns>
    /// <exception cref="AwsException">The write does not happen.</exception>
    public async ValueTask<CompletedWrite> ExecuteAsync()
    {
        if (TryExecute(out CompletedWrite write) is { } refusal) throw refusal;
        await write.Saved.CommittedAsync();
        return write;
    }

    /// <summary>Computes the item as it will be.</summary>
    /// <param name="before">The item as it is; null when there is none.</param>
    /// <param name="after">The item as it will be; null when it is deleted.</param>
    /// <returns>Why the item cannot become that; null when it can.</returns>
    protected abstract AwsException? TryApply(Item? before, out Item? after);
}
