using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A record of a stream.</summary>
/// <param name="ShardId">The shard's number.</param>
/// <param name="Number">The record's number, higher than those of the shard before it.</param>
/// <param name="Data">The record's bytes; nobody changes them.</param>
public sealed record SavedStreamRecord(long ShardId, long Number, byte[] Data) : JournalRecord;
