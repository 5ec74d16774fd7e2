using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Backups;

/// <summary>What a backup is: everything about it but its items. It never changes.</summary>
internal sealed record BackupDefinition
{
    /// <summary>How long a backup that was made when a table was deleted is kept.</summary>
    public static readonly TimeSpan SystemLifetime = TimeSpan.FromDays(35);

    /// <summary>The last part of its ARN: 14 digits that say when it was made, in milliseconds since 1970, and 8 hexadecimal ones.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, which others may have too.</summary>
    public required string Name { get; init; }

    /// <summary>USER or SYSTEM.</summary>
    public required string Type { get; init; }

    /// <summary>The table as it was.</summary>
    public required TableDefinition Table { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it goes by itself; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The size of all items as DynamoDB counts it, in bytes.</summary>
    public long SizeBytes { get; init; }

    /// <summary>How many items there are.</summary>
    public long ItemCount { get; init; }

    /// <summary>Its ARN.</summary>
    public string Arn => $"{Table.Name.Arn}/backup/{Id}";
}
