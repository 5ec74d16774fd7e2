using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tables;

/// <summary>Describes tables as AWS does.</summary>
internal static class TableDescriber
{
    /// <summary>Describes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="now">The time.</param>
    /// <returns>Everything that AWS fills.</returns>
    public static TableDescription Describe(Table table, DateTimeOffset now)
    {
        lock (table.Gate)
        {
            TableDefinition definition = table.Definition;
            return new()
            {
                AttributeDefinitions = definition.AttributeDefinitions,
                TableName = definition.Name.Name,
                KeySchema = definition.KeySchema,
                TableStatus = table.Lifecycle.Status,
                CreationDateTime = definition.CreatedAt,
                ProvisionedThroughput = Provisioned(definition.Throughput, now),
                TableSizeBytes = table.SizeBytes,
                ItemCount = table.Items.Count,
                TableArn = definition.Name.Arn,
                TableId = definition.Id,
                BillingModeSummary = Billing(definition),
                LocalSecondaryIndexes = Local(table),
                GlobalSecondaryIndexes = Global(table, now),
                StreamSpecification = definition.StreamSpecification,
                LatestStreamLabel = definition.StreamLabel,
                LatestStreamArn = definition.StreamLabel is { } label ? $"{definition.Name.Arn}/stream/{label}" : null,
                SSEDescription = Encryption(definition),
                TableClassSummary = Class(definition),
                DeletionProtectionEnabled = definition.DeletionProtectionEnabled,
                RestoreSummary = table.Lifecycle.Status == TableStatus.Creating ? Restore(definition.Restore, isInProgress: true) : null,
                OnDemandThroughput = definition.Throughput.OnDemand,
                WarmThroughput = new()
                {
                    ReadUnitsPerSecond = definition.Throughput.Warm.ReadUnitsPerSecond,
                    WriteUnitsPerSecond = definition.Throughput.Warm.WriteUnitsPerSecond,
                    Status = TableStatus.Active,
                },
            };
        }
    }

    /// <summary>Describes a table that was restored, as the operation that restores it answers.</summary>
    /// <param name="table">The table.</param>
    /// <param name="now">The time.</param>
    /// <returns>The description, with where the table comes from in any case.</returns>
    public static TableDescription DescribeRestored(Table table, DateTimeOffset now)
    {
        TableDescription description = Describe(table, now);
        return description with
        {
            RestoreSummary = Restore(table.Definition.Restore, isInProgress: description.TableStatus == TableStatus.Creating),
        };
    }

    /// <summary>Describes a table that is being deleted, as DeleteTable answers.</summary>
    /// <param name="table">The table.</param>
    /// <param name="now">The time.</param>
    /// <returns>The few members that AWS fills then.</returns>
    public static TableDescription DescribeDeleted(Table table, DateTimeOffset now)
    {
        TableDefinition definition = table.Definition;
        return new()
        {
            TableName = definition.Name.Name,
            TableStatus = TableStatus.Deleting,
            ProvisionedThroughput = Provisioned(definition.Throughput, now),
            TableSizeBytes = 0,
            ItemCount = 0,
            TableArn = definition.Name.Arn,
            TableId = definition.Id,
            BillingModeSummary = Billing(definition),
            DeletionProtectionEnabled = definition.DeletionProtectionEnabled,
        };
    }

    private static ProvisionedThroughputDescription Provisioned(ThroughputSettings? throughput, DateTimeOffset now) => new()
    {
        LastIncreaseDateTime = throughput?.IncreasedAt,
        LastDecreaseDateTime = throughput?.DecreasedAt,
        NumberOfDecreasesToday = throughput?.DecreasesToday(now) ?? 0,
        ReadCapacityUnits = throughput?.Provisioned?.ReadCapacityUnits ?? 0,
        WriteCapacityUnits = throughput?.Provisioned?.WriteCapacityUnits ?? 0,
    };

    private static BillingModeSummary? Billing(TableDefinition definition) => definition.OnDemandSince is { } since
        ? new() { BillingMode = definition.BillingMode, LastUpdateToPayPerRequestDateTime = since }
        : null;

    private static TableClassSummary? Class(TableDefinition definition) => definition.TableClass is { } tableClass
        ? new() { TableClass = tableClass, LastUpdateDateTime = definition.TableClassChangedAt }
        : null;

    /// <summary>Describes where a table was restored from. AWS tells of it only as long as the table is being created.</summary>
    /// <param name="restore">The origin; null when the table was created.</param>
    /// <param name="isInProgress">Whether the table is being created.</param>
    /// <returns>The description.</returns>
    public static RestoreSummary? Restore(TableRestore? restore, bool isInProgress) => restore is null ? null : new()
    {
        SourceBackupArn = restore.BackupArn,
        SourceTableArn = restore.TableArn,
        RestoreDateTime = restore.At,
        RestoreInProgress = isInProgress,
    };

    /// <summary>Describes a table's encryption.</summary>
    /// <param name="definition">The table.</param>
    /// <returns>The description; null with the default encryption.</returns>
    public static SSEDescription? Encryption(TableDefinition definition)
    {
        if (definition.SseSpecification is not { } specification) return null;
        return new()
        {
            Status = SSEStatus.Enabled,
            SSEType = specification.SSEType ?? SSEType.Kms,
            KMSMasterKeyArn = KmsKeys.Arn(specification.KMSMasterKeyId, definition.Name),
        };
    }

    private static List<LocalSecondaryIndexDescription>? Local(Table table)
    {
        List<LocalSecondaryIndexDescription>? descriptions = null;
        foreach (TableIndex index in table.Indexes)
        {
            if (index.Definition.IsGlobal) continue;
            (descriptions ??= []).Add(new()
            {
                IndexName = index.Definition.Name,
                KeySchema = index.Definition.KeySchema,
                Projection = index.Definition.Projection,
                IndexSizeBytes = index.SizeBytes,
                ItemCount = index.Entries.Count,
                IndexArn = IndexArn(table, index),
            });
        }

        return descriptions;
    }

    private static List<GlobalSecondaryIndexDescription>? Global(Table table, DateTimeOffset now)
    {
        List<GlobalSecondaryIndexDescription>? descriptions = null;
        foreach (TableIndex index in (ReadOnlySpan<TableIndex>)[.. table.Indexes, .. table.Lifecycle.LeavingIndexes])
        {
            IndexDefinition definition = index.Definition;
            if (!definition.IsGlobal) continue;
            ThroughputSettings? throughput = table.Definition.IndexThroughput.GetValueOrDefault(definition.Name);
            (descriptions ??= []).Add(new()
            {
                IndexName = definition.Name,
                KeySchema = definition.KeySchema,
                Projection = definition.Projection,
                IndexStatus = index.Status,
                Backfilling = index.IsBackfilling,
                ProvisionedThroughput = Provisioned(throughput, now),
                IndexSizeBytes = index.SizeBytes,
                ItemCount = index.Entries.Count,
                IndexArn = IndexArn(table, index),
                OnDemandThroughput = throughput?.OnDemand,
                WarmThroughput = throughput is null ? null : new()
                {
                    ReadUnitsPerSecond = throughput.Warm.ReadUnitsPerSecond,
                    WriteUnitsPerSecond = throughput.Warm.WriteUnitsPerSecond,
                    Status = IndexStatus.Active,
                },
            });
        }

        return descriptions;
    }

    private static string IndexArn(Table table, TableIndex index) => $"{table.Definition.Name.Arn}/index/{index.Definition.Name}";
}
