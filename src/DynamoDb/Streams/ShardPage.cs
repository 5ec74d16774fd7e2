namespace RustStack.DynamoDb.Streams;

/// <summary>What was read of a shard.</summary>
/// <param name="Entries">The entries, in order.</param>
/// <param name="Next">The number to go on from; null when the shard is closed and has no more.</param>
internal readonly record struct ShardPage(IReadOnlyList<StreamEntry> Entries, long? Next);
