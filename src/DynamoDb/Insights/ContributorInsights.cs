namespace RustStack.DynamoDb.Insights;

/// <summary>CloudWatch Contributor Insights of a table or a global index, once it was enabled for the first time.</summary>
/// <param name="IndexName">The index; null for the table.</param>
/// <param name="IsEnabled">Whether it is enabled.</param>
/// <param name="Mode">ACCESSED_AND_THROTTLED_KEYS or THROTTLED_KEYS; kept when it is disabled.</param>
/// <param name="EnabledAt">When it was enabled: the names of its rules end with that.</param>
/// <param name="ChangedAt">When it was last changed.</param>
internal sealed record ContributorInsights(string? IndexName, bool IsEnabled, string Mode, DateTimeOffset EnabledAt, DateTimeOffset ChangedAt);
