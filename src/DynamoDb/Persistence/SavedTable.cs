using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A table without its items: it takes the place of the one that was saved with its number.</summary>
/// <param name="Id">The table's number, which no other table ever had.</param>
/// <param name="Definition">What it is, as a document of this service's own.</param>
public sealed record SavedTable(long Id, byte[] Definition) : JournalRecord;
