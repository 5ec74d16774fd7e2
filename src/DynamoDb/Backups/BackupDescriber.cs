using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Backups;

/// <summary>Describes backups as AWS does.</summary>
internal static class BackupDescriber
{
    private static readonly ProvisionedThroughput None = new() { ReadCapacityUnits = 0, WriteCapacityUnits = 0 };

    /// <summary>The status of a backup that was not deleted.</summary>
    /// <param name="backup">The backup.</param>
    /// <returns>CREATING or AVAILABLE.</returns>
    public static string Status(Backup backup) => backup.IsAvailable ? BackupStatus.Available : BackupStatus.Creating;

    /// <summary>Describes a backup itself.</summary>
    /// <param name="backup">What it is.</param>
    /// <param name="status">Its status.</param>
    /// <returns>The description.</returns>
    public static BackupDetails Details(BackupDefinition backup, string status) => new()
    {
        BackupArn = backup.Arn,
        BackupName = backup.Name,
        BackupSizeBytes = backup.SizeBytes,
        BackupStatus = status,
        BackupType = backup.Type,
        BackupCreationDateTime = backup.CreatedAt,
        BackupExpiryDateTime = backup.ExpiresAt,
    };

    /// <summary>Describes a backup and the table that it is of.</summary>
    /// <param name="backup">What it is.</param>
    /// <param name="status">Its status.</param>
    /// <returns>The description.</returns>
    public static BackupDescription Describe(BackupDefinition backup, string status)
    {
        TableDefinition table = backup.Table;
        return new()
        {
            BackupDetails = Details(backup, status),
            SourceTableDetails = new()
            {
                TableName = table.Name.Name,
                TableId = table.Id,
                TableArn = table.Name.Arn,
                TableSizeBytes = backup.SizeBytes,
                KeySchema = table.KeySchema,
                TableCreationDateTime = table.CreatedAt,
                ProvisionedThroughput = table.Throughput.Provisioned ?? None,
                OnDemandThroughput = table.Throughput.OnDemand,
                ItemCount = backup.ItemCount,
                BillingMode = table.BillingMode,
            },
            SourceTableFeatureDetails = Features(table),
        };
    }

    /// <summary>Describes a backup in a list.</summary>
    /// <param name="backup">The backup.</param>
    /// <returns>The description.</returns>
    public static BackupSummary Summary(Backup backup)
    {
        BackupDefinition definition = backup.Definition;
        return new()
        {
            TableName = definition.Table.Name.Name,
            TableId = definition.Table.Id,
            TableArn = definition.Table.Name.Arn,
            BackupArn = definition.Arn,
            BackupName = definition.Name,
            BackupCreationDateTime = definition.CreatedAt,
            BackupExpiryDateTime = definition.ExpiresAt,
            BackupStatus = Status(backup),
            BackupType = definition.Type,
            BackupSizeBytes = definition.SizeBytes,
        };
    }

    private static SourceTableFeatureDetails Features(TableDefinition table) => new()
    {
        LocalSecondaryIndexes = OrNull([.. table.Indexes.Where(static index => !index.IsGlobal).Select(Local)]),
        GlobalSecondaryIndexes = OrNull([.. table.Indexes.Where(static index => index.IsGlobal).Select(index => Global(table, index))]),
        StreamDescription = table.StreamSpecification,
        TimeToLiveDescription = table.TimeToLiveAttribute is { } attribute
            ? new() { TimeToLiveStatus = TimeToLiveStatus.Enabled, AttributeName = attribute }
            : null,
        SSEDescription = TableDescriber.Encryption(table),
    };

    private static LocalSecondaryIndexInfo Local(IndexDefinition index) =>
        new() { IndexName = index.Name, KeySchema = index.KeySchema, Projection = index.Projection };

    private static GlobalSecondaryIndexInfo Global(TableDefinition table, IndexDefinition index)
    {
        ThroughputSettings? throughput = table.IndexThroughput.GetValueOrDefault(index.Name);
        return new()
        {
            IndexName = index.Name,
            KeySchema = index.KeySchema,
            Projection = index.Projection,
            ProvisionedThroughput = throughput?.Provisioned ?? None,
            OnDemandThroughput = throughput?.OnDemand,
        };
    }

    private static List<T>? OrNull<T>(List<T> list) => list.Count == 0 ? null : list;
}
