using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A shard without its records: it takes the place of the one that was saved with its number.</summary>
/// <param name="Id">The shard's number, which no other stream or shard ever had.</param>
/// <param name="StreamId">The stream's number.</param>
/// <param name="Horizon">The highest number of its records that was trimmed; 0 for none.</param>
/// <param name="Definition">What it is, as a document of this service's own.</param>
public sealed record SavedShard(long Id, long StreamId, long Horizon, byte[] Definition) : JournalRecord;
