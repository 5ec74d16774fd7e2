namespace RustStack.DynamoDb.Tables;

/// <summary>A table's point-in-time recovery while it is enabled.</summary>
/// <param name="EnabledAt">When it was enabled.</param>
/// <param name="PeriodInDays">How many days back the table is recoverable: 1 to 35.</param>
internal sealed record PointInTimeRecovery(DateTimeOffset EnabledAt, int PeriodInDays);
