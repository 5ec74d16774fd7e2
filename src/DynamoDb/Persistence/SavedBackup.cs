using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>A backup without its items: it takes the place of the one that was saved with its number.</summary>
/// <param name="Id">The backup's number, which no other backup ever had.</param>
/// <param name="Document">What it is, as a document of this service's own.</param>
/// <param name="IsComplete">Whether all of its items are saved.</param>
public sealed record SavedBackup(long Id, byte[] Document, bool IsComplete) : JournalRecord;
