using System.Globalization;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tables;

/// <summary>Describes tables as AWS does.</summary>
internal static class TableDescriber
{
    private const long OnDemandWarmReads = 12_000;
    private const long OnDemandWarmWrites = 4_000;
    private const string DefaultKmsKeyId = "alias/aws/dynamodb";

    /// <summary>Describes a table.</summary>
    /// <param name="table">The table.</param>
    /// <returns>Everything that AWS fills.</returns>
    public static TableDescription Describe(Table table)
    {
        TableDefinition definition = table.Definition;
        string? streamLabel = definition.StreamSpecification is null ? null : StreamLabel(definition);
        lock (table.Gate)
        {
            return new()
            {
                AttributeDefinitions = definition.AttributeDefinitions,
                TableName = definition.Name.Name,
                KeySchema = definition.KeySchema,
                TableStatus = TableStatus.Active,
                CreationDateTime = definition.CreatedAt,
                ProvisionedThroughput = Throughput(definition.ProvisionedThroughput),
                TableSizeBytes = table.SizeBytes,
                ItemCount = table.Items.Count,
                TableArn = definition.Name.Arn,
                TableId = definition.Id,
                BillingModeSummary = Billing(definition),
                LocalSecondaryIndexes = Local(table),
                GlobalSecondaryIndexes = Global(table),
                StreamSpecification = definition.StreamSpecification,
                LatestStreamLabel = streamLabel,
                LatestStreamArn = streamLabel is null ? null : $"{definition.Name.Arn}/stream/{streamLabel}",
                SSEDescription = Encryption(definition),
                TableClassSummary = definition.TableClass is { } tableClass ? new() { TableClass = tableClass } : null,
                DeletionProtectionEnabled = definition.DeletionProtectionEnabled,
                OnDemandThroughput = definition.OnDemandThroughput,
                WarmThroughput = Warm(definition.WarmThroughput, definition.ProvisionedThroughput),
            };
        }
    }

    /// <summary>Describes a table that is being deleted.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The few members that AWS fills then.</returns>
    public static TableDescription DescribeDeleted(Table table)
    {
        TableDefinition definition = table.Definition;
        return new()
        {
            TableName = definition.Name.Name,
            TableStatus = TableStatus.Deleting,
            ProvisionedThroughput = Throughput(definition.ProvisionedThroughput),
            TableSizeBytes = 0,
            ItemCount = 0,
            TableArn = definition.Name.Arn,
            TableId = definition.Id,
            BillingModeSummary = Billing(definition),
            DeletionProtectionEnabled = definition.DeletionProtectionEnabled,
        };
    }

    private static string StreamLabel(TableDefinition definition) =>
        definition.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static ProvisionedThroughputDescription Throughput(ProvisionedThroughput? throughput) => new()
    {
        NumberOfDecreasesToday = 0,
        ReadCapacityUnits = throughput?.ReadCapacityUnits ?? 0,
        WriteCapacityUnits = throughput?.WriteCapacityUnits ?? 0,
    };

    private static BillingModeSummary? Billing(TableDefinition definition) => definition.BillingMode == BillingMode.Provisioned
        ? null
        : new() { BillingMode = definition.BillingMode, LastUpdateToPayPerRequestDateTime = definition.CreatedAt };

    private static SSEDescription? Encryption(TableDefinition definition)
    {
        if (definition.SseSpecification is not { } specification) return null;
        string key = specification.KMSMasterKeyId ?? DefaultKmsKeyId;
        bool isArn = key.StartsWith("arn:", StringComparison.Ordinal);
        string resource = key.StartsWith("alias/", StringComparison.Ordinal) ? key : $"key/{key}";
        return new()
        {
            Status = SSEStatus.Enabled,
            SSEType = specification.SSEType ?? SSEType.Kms,
            KMSMasterKeyArn = isArn ? key : $"arn:aws:kms:{definition.Name.Region}:{definition.Name.AccountId}:{resource}",
        };
    }

    private static TableWarmThroughputDescription Warm(WarmThroughput? asked, ProvisionedThroughput? provisioned) => new()
    {
        ReadUnitsPerSecond = asked?.ReadUnitsPerSecond ?? provisioned?.ReadCapacityUnits ?? OnDemandWarmReads,
        WriteUnitsPerSecond = asked?.WriteUnitsPerSecond ?? provisioned?.WriteCapacityUnits ?? OnDemandWarmWrites,
        Status = TableStatus.Active,
    };

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

    private static List<GlobalSecondaryIndexDescription>? Global(Table table)
    {
        List<GlobalSecondaryIndexDescription>? descriptions = null;
        foreach (TableIndex index in table.Indexes)
        {
            IndexDefinition definition = index.Definition;
            if (!definition.IsGlobal) continue;
            TableWarmThroughputDescription warm = Warm(definition.WarmThroughput, definition.ProvisionedThroughput);
            (descriptions ??= []).Add(new()
            {
                IndexName = definition.Name,
                KeySchema = definition.KeySchema,
                Projection = definition.Projection,
                IndexStatus = IndexStatus.Active,
                ProvisionedThroughput = Throughput(definition.ProvisionedThroughput),
                IndexSizeBytes = index.SizeBytes,
                ItemCount = index.Entries.Count,
                IndexArn = IndexArn(table, index),
                OnDemandThroughput = definition.OnDemandThroughput,
                WarmThroughput = new()
                {
                    ReadUnitsPerSecond = warm.ReadUnitsPerSecond,
                    WriteUnitsPerSecond = warm.WriteUnitsPerSecond,
                    Status = warm.Status,
                },
            });
        }

        return descriptions;
    }

    private static string IndexArn(Table table, TableIndex index) => $"{table.Definition.Name.Arn}/index/{index.Definition.Name}";
}
