using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A shard that is gone, with its records.</summary>
/// <param name="Id">The shard's number.</param>
public sealed record RemovedShard(long Id) : JournalRecord;
