using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A stream that is gone, with its shards and their records.</summary>
/// <param name="Id">The stream's number.</param>
public sealed record RemovedStream(long Id) : JournalRecord;
