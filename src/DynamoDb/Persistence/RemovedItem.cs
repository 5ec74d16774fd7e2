using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>An item that is gone.</summary>
/// <param name="TableId">The table's number.</param>
/// <param name="Key">The key bytes; nobody changes them.</param>
public sealed record RemovedItem(long TableId, byte[] Key) : JournalRecord;
