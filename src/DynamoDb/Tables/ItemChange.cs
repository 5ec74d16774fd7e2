using RustStack.Core.Persistence;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Persistence;

namespace RustStack.DynamoDb.Tables;

/// <summary>A decided change of one item.</summary>
/// <param name="Key">The item's key bytes.</param>
/// <param name="Before">The item as it was; null when there was none.</param>
/// <param name="After">The item as it is from now on; null when it is deleted.</param>
internal readonly record struct ItemChange(byte[] Key, Item? Before, Item? After)
{
    /// <summary>Whether the item is deleted because its time to live is over.</summary>
    public bool IsExpiry { get; init; }

    /// <summary>What takes the change back.</summary>
    /// <returns>The change from after to before.</returns>
    public ItemChange Reversed() => new(Key, After, Before);

    /// <summary>What is saved of the change.</summary>
    /// <param name="tableId">The table's number.</param>
    /// <returns>The record; null when nothing changes.</returns>
    public JournalRecord? ToRecord(long tableId) => (Before, After) switch
    {
        (_, { } after) => new SavedItem(tableId, Key, after.Bytes),
        ({ }, null) => new RemovedItem(tableId, Key),
        _ => null,
    };
}
