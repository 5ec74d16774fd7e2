using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A shard whose older records are gone.</summary>
/// <param name="Id">The shard's number.</param>
/// <param name="Horizon">The highest number of its records that is gone.</param>
public sealed record TrimmedShard(long Id, long Horizon) : JournalRecord;
