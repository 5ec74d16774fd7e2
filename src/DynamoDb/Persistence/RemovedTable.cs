using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A table that is gone, with its items.</summary>
/// <param name="Id">The table's number.</param>
public sealed record RemovedTable(long Id) : JournalRecord;
