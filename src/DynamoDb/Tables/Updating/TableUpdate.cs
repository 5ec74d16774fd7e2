using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables.Creation;

namespace RustStack.DynamoDb.Tables.Updating;

/// <summary>What an update makes of a table.</summary>
/// <param name="After">The table's definition afterwards.</param>
/// <param name="TakesTime">Whether the table counts as being updated for a while.</param>
/// <param name="UpdatedIndexes">The names of the indexes whose settings change.</param>
internal sealed record TableUpdate(TableDefinition After, bool TakesTime, IReadOnlySet<string> UpdatedIndexes)
{
    /// <summary>Decides, of a request whose composition was checked.</summary>
    /// <param name="before">The table's definition.</param>
    /// <param name="input">The request.</param>
    /// <param name="now">The time.</param>
    /// <returns>The update.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException, ResourceNotFoundException or LimitExceededException.</exception>
    public static TableUpdate Of(TableDefinition before, UpdateTableInput input, DateTimeOffset now)
    {
        TableDefinition after = Throughput(before, input, now);
        var indexes = new IndexUpdates(before, after.BillingMode, input.AttributeDefinitions, now);
        indexes.Apply(input.GlobalSecondaryIndexUpdates ?? []);
        after = indexes.Into(after);
        after = Stream(after, input.StreamSpecification, now);
        after = Encryption(after, input.SSESpecification);
        after = Class(after, input.TableClass, now);
        after = after with { DeletionProtectionEnabled = input.DeletionProtectionEnabled ?? after.DeletionProtectionEnabled };
        bool takesTime = before.BillingMode != after.BillingMode
            || !ReferenceEquals(before.Throughput.Provisioned, after.Throughput.Provisioned)
            || !ReferenceEquals(before.Indexes, after.Indexes)
            || !ReferenceEquals(before.StreamSpecification, after.StreamSpecification)
            || before.TableClass != after.TableClass;
        return new(after, takesTime, indexes.Updated);
    }

    private static TableDefinition Throughput(TableDefinition table, UpdateTableInput input, DateTimeOffset now)
    {
        string billingMode = input.BillingMode ?? table.BillingMode;
        ThroughputSettings throughput = table.Throughput;
        if (billingMode == BillingMode.PayPerRequest)
        {
            if (input.ProvisionedThroughput is not null) throw DynamoDbErrors.Validation(CreationErrorText.OnDemandWithUnits);
            throughput = throughput.ToOnDemand();
        }
        else if (input.ProvisionedThroughput is { } requested)
        {
            if (throughput.Provisioned is { } current && current == requested)
                throw DynamoDbErrors.Validation(UpdateErrorText.SameThroughput(current, requested, index: null));
            throughput = throughput.Provision(requested, now);
        }

        ThroughputRules.CheckLimits(input.OnDemandThroughput, billingMode, indexName: null);
        ThroughputRules.CheckWarm(input.WarmThroughput, throughput.Warm, indexName: null);
        return table with
        {
            BillingMode = billingMode,
            OnDemandSince = billingMode == BillingMode.PayPerRequest && table.BillingMode != billingMode ? now : table.OnDemandSince,
            Throughput = throughput.Limit(input.OnDemandThroughput).WarmUp(input.WarmThroughput),
        };
    }

    private static TableDefinition Stream(TableDefinition table, StreamSpecification? stream, DateTimeOffset now)
    {
        if (stream is null) return table;
        string name = table.Name.Name;
        if (stream.StreamEnabled == true)
        {
            if (stream.StreamViewType is null) throw DynamoDbErrors.Validation(UpdateErrorText.StreamWithoutView);
            if (table.StreamSpecification is not null) throw DynamoDbErrors.Validation(UpdateErrorText.HasStream(name));
            return table with { StreamSpecification = stream, StreamLabel = StreamLabels.Of(now) };
        }

        if (stream.StreamViewType is not null) throw DynamoDbErrors.Validation(UpdateErrorText.ViewWithoutStream);
        if (table.StreamSpecification is null) throw DynamoDbErrors.Validation(UpdateErrorText.NoStream(name));
        return table with { StreamSpecification = null };
    }

    private static TableDefinition Encryption(TableDefinition table, SSESpecification? specification)
    {
        if (specification is null) return table;
        SSESpecification? encryption = EncryptionRules.Read(specification);
        SSESpecification? current = table.SseSpecification;
        if (encryption is null && current is null) throw DynamoDbErrors.Validation(UpdateErrorText.EncryptedByDefault);
        bool isSameKey = current is not null && encryption?.KMSMasterKeyId == KmsKeys.Arn(current.KMSMasterKeyId, table.Name);
        if (isSameKey) throw DynamoDbErrors.Validation(UpdateErrorText.EncryptedWithKey);
        return table with { SseSpecification = encryption };
    }

    private static TableDefinition Class(TableDefinition table, string? tableClass, DateTimeOffset now)
    {
        bool isSame = tableClass is null || tableClass == (table.TableClass ?? TableClass.Standard);
        return isSame ? table : table with { TableClass = tableClass, TableClassChangedAt = now };
    }
}
