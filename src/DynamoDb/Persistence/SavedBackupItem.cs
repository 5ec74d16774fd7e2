using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>An item of a backup.</summary>
/// <param name="BackupId">The backup's number.</param>
/// <param name="Key">The key bytes; nobody changes them.</param>
/// <param name="Data">The item's bytes; nobody changes them.</param>
public sealed record SavedBackupItem(long BackupId, byte[] Key, byte[] Data) : JournalRecord;
