using RustStack.Core.Persistence;
using RustStack.DynamoDb.Generated.Streams;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Persistence;

namespace RustStack.DynamoDb.Streams;

/// <summary>A record of a stream: one change of one item. Readers see it once its change is saved.</summary>
internal sealed class StreamEntry
{
    // What an entry takes beside its images.
    private const int OverheadBytes = 160;

    /// <summary>The shard that it is in.</summary>
    public required StreamShard Shard { get; init; }

    /// <summary>Its sequence number.</summary>
    public required long Number { get; init; }

    /// <summary>What happened: a value of <see cref="OperationType"/>.</summary>
    public required string EventName { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The item's key.</summary>
    public required Item Keys { get; init; }

    /// <summary>The item as it was, where the stream has it.</summary>
    public Item? OldImage { get; init; }

    /// <summary>The item as it is, where the stream has it.</summary>
    public Item? NewImage { get; init; }

    /// <summary>Whether the item was deleted because its time to live was over.</summary>
    public bool IsExpiry { get; init; }

    /// <summary>What came of the change.</summary>
    public JournalReceipt Saved { get; private set; }

    /// <summary>The size as DynamoDB counts it, in bytes: key and images.</summary>
    public long SizeBytes => (long)Keys.SizeBytes + (OldImage?.SizeBytes ?? 0) + (NewImage?.SizeBytes ?? 0);

    /// <summary>What it counts towards the most bytes that a stream retains.</summary>
    public long RetainedBytes => SizeBytes + OverheadBytes;

    /// <summary>What is saved of it, together with its change.</summary>
    /// <returns>The record.</returns>
    public JournalRecord ToRecord() => new SavedStreamRecord(Shard.Id, Number, StreamEntryBytes.Write(this));

    /// <summary>Puts it into its shard: the change was made.</summary>
    /// <param name="saved">What came of the change.</param>
    public void Publish(JournalReceipt saved)
    {
        Saved = saved;
        Shard.Stream.Add(this);
    }

    /// <summary>Takes it out of its shard: the change could not be saved.</summary>
    public void TakeBack() => Shard.Stream.TakeBack(this);
}
