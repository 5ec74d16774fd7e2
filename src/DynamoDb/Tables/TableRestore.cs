namespace RustStack.DynamoDb.Tables;

/// <summary>Where a table was restored from.</summary>
/// <param name="BackupArn">The backup; null when it was restored to a point in time.</param>
/// <param name="TableArn">The table that the backup or the point in time is of.</param>
/// <param name="At">The point in time, or when the backup was made.</param>
/// <param name="IsComplete">Whether all items are saved: until then a start forgets the table.</param>
internal sealed record TableRestore(string? BackupArn, string TableArn, DateTimeOffset At, bool IsComplete);
