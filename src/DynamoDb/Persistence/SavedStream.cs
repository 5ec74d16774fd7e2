using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A stream without its shards: it takes the place of the one that was saved with its number.</summary>
/// <param name="Id">The stream's number, which no other stream or shard ever had.</param>
/// <param name="Definition">What it is, as a document of this service's own.</param>
public sealed record SavedStream(long Id, byte[] Definition) : JournalRecord;
