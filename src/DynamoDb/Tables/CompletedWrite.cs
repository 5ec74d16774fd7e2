using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Tables;

/// <summary>A write that was made.</summary>
/// <param name="Change">What it changed.</param>
/// <param name="Units">What it costs.</param>
/// <param name="Saved">What its answer waits for.</param>
internal readonly record struct CompletedWrite(ItemChange Change, WriteUnits Units, JournalReceipt Saved);
