using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A backup that is gone, with its items.</summary>
/// <param name="Id">The backup's number.</param>
public sealed record RemovedBackup(long Id) : JournalRecord;
