using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>An item: it takes the place of the one that has its key.</summary>
/// <param name="TableId">The table's number.</param>
/// <param name="Key">The key bytes; nobody changes them.</param>
/// <param name="Data">The item's bytes; nobody changes them.</param>
public sealed record SavedItem(long TableId, byte[] Key, byte[] Data) : JournalRecord;
