namespace RustStack.DynamoDb.Streams;

/// <summary>A shard as it is described.</summary>
/// <param name="ShardId">Its id.</param>
/// <param name="ParentId">The id of the shard that it goes on from; null for a first one.</param>
/// <param name="Start">The first number that it may have.</param>
/// <param name="End">The last number that it may have; null while it is open.</param>
internal readonly record struct ShardSummary(string ShardId, string? ParentId, long Start, long? End);
