using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tables.Creation;

namespace RustStack.DynamoDb.Backups;

/// <summary>
/// Makes the definition of a restored table. It has key, indexes, billing mode, throughput and encryption of its source, where the request
/// does not say otherwise; streams, time to live, recovery, tags, policies, table class and deletion protection have to be set again.
/// </summary>
/// <param name="source">The source as it was.</param>
/// <param name="overrides">What the request says otherwise.</param>
internal sealed class RestoredDefinition(TableDefinition source, RestoreOverrides overrides)
{
    private readonly string _billingMode = overrides.BillingMode ?? source.BillingMode;

    /// <summary>Makes the definition.</summary>
    /// <param name="name">The new table.</param>
    /// <param name="id">Its id.</param>
    /// <param name="restore">Where it comes from.</param>
    /// <param name="now">The time.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public TableDefinition Make(TableName name, string id, TableRestore restore, DateTimeOffset now)
    {
        CheckThroughput();
        Dictionary<string, ThroughputSettings> throughput = new(StringComparer.Ordinal);
        List<IndexDefinition> indexes = [.. Locals(), .. Globals(throughput)];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (IndexDefinition index in indexes)
        {
            if (!names.Add(index.Name)) throw BackupErrors.Validation(CreationErrorText.DuplicateIndex(index.Name));
        }

        HashSet<string> used = [.. source.Key.Declared.Concat(indexes.SelectMany(static index => index.Key.Declared)).Select(static key => key.Name)];
        bool isOnDemand = _billingMode == BillingMode.PayPerRequest;
        return new()
        {
            Name = name,
            Id = id,
            CreatedAt = now,
            AttributeDefinitions = [.. source.AttributeDefinitions.Where(attribute => used.Contains(attribute.AttributeName!))],
            KeySchema = source.KeySchema,
            Key = source.Key,
            Indexes = indexes,
            BillingMode = _billingMode,
            OnDemandSince = isOnDemand ? now : null,
            Throughput = ThroughputSettings.Of(
                isOnDemand ? null : overrides.Provisioned ?? source.Throughput.Provisioned,
                isOnDemand ? overrides.OnDemand ?? source.Throughput.OnDemand : null,
                warm: null),
            IndexThroughput = throughput,
            SseSpecification = overrides.Encryption is { } encryption ? EncryptionRules.Read(encryption) : source.SseSpecification,
            Restore = restore,
        };
    }

    private static bool Same(IReadOnlyList<KeySchemaElement>? one, IReadOnlyList<KeySchemaElement> other) => one is not null && one.SequenceEqual(other);

    private static bool Same(Projection? one, Projection other) => one?.ProjectionType == other.ProjectionType
        && new HashSet<string>(one?.NonKeyAttributes ?? [], StringComparer.Ordinal).SetEquals(other.NonKeyAttributes ?? []);

    private void CheckThroughput()
    {
        if (overrides.Provisioned is not null && overrides.BillingMode == BillingMode.PayPerRequest)
            throw BackupErrors.InvalidRestore("Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST");
        if (overrides.Provisioned is not null && _billingMode != BillingMode.Provisioned)
            throw BackupErrors.InvalidRestore("Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED");
        if (_billingMode == BillingMode.Provisioned && (overrides.Provisioned ?? source.Throughput.Provisioned) is null)
            throw BackupErrors.InvalidRestore("Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED");
        ThroughputRules.CheckBounds(overrides.Provisioned, indexName: null);
        CheckLimit(overrides.OnDemand?.MaxReadRequestUnits, nameof(OnDemandThroughput.MaxReadRequestUnits));
        CheckLimit(overrides.OnDemand?.MaxWriteRequestUnits, nameof(OnDemandThroughput.MaxWriteRequestUnits));
    }

    private void CheckLimit(long? units, string member)
    {
        if (units is null) return;
        if (_billingMode != BillingMode.PayPerRequest)
            throw BackupErrors.InvalidRestore($"Cannot override {member} for OnDemandThroughput unless BillingModeOverride is PAY_PER_REQUEST");
        if (units < 1) throw BackupErrors.InvalidRestore($"Requested {member} for OnDemandThroughput is outside of valid range");
    }

    private IEnumerable<IndexDefinition> Locals() => overrides.Locals is null
        ? source.Indexes.Where(static index => !index.IsGlobal)
        : overrides.Locals.Select(wanted => Match(isGlobal: false, wanted.IndexName, wanted.KeySchema, wanted.Projection));

    private List<IndexDefinition> Globals(Dictionary<string, ThroughputSettings> throughput)
    {
        List<IndexDefinition> indexes = [];
        if (overrides.Globals is null)
        {
            foreach (IndexDefinition index in source.Indexes.Where(static index => index.IsGlobal))
            {
                indexes.Add(index);
                throughput[index.Name] = Follow(index.Name, source.IndexThroughput[index.Name]);
            }

            return indexes;
        }

        foreach (GlobalSecondaryIndex wanted in overrides.Globals)
        {
            indexes.Add(Match(isGlobal: true, wanted.IndexName!, wanted.KeySchema, wanted.Projection));
            throughput[wanted.IndexName!] = Read(wanted);
        }

        return indexes;
    }

    // An index may get another name, but not another key or projection.
    private IndexDefinition Match(bool isGlobal, string name, IReadOnlyList<KeySchemaElement>? schema, Projection? projection)
    {
        IndexDefinition? match = source.Indexes.FirstOrDefault(index =>
            index.IsGlobal == isGlobal && Same(schema, index.KeySchema) && Same(projection, index.Projection));
        return match is null
            ? throw BackupErrors.InvalidRestore(
                $"Index {name} does not match a secondary index that existed in the source table and cannot be created during the restore operation")
            : match with { Name = name };
    }

    private ThroughputSettings Follow(string name, ThroughputSettings recorded)
    {
        if (_billingMode == BillingMode.PayPerRequest) return ThroughputSettings.Of(provisioned: null, recorded.OnDemand, warm: null);
        return recorded.Provisioned is null ? throw WithoutThroughput(name) : ThroughputSettings.Of(recorded.Provisioned, onDemand: null, warm: null);
    }

    private ThroughputSettings Read(GlobalSecondaryIndex wanted)
    {
        string name = wanted.IndexName!;
        if (_billingMode == BillingMode.PayPerRequest && wanted.ProvisionedThroughput is not null)
        {
            throw BackupErrors.InvalidRestore(
                $"Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST for index {name}");
        }

        if (_billingMode == BillingMode.Provisioned && wanted.ProvisionedThroughput is null) throw WithoutThroughput(name);
        ThroughputRules.CheckBounds(wanted.ProvisionedThroughput, name);
        ThroughputRules.CheckNewLimits(wanted.OnDemandThroughput, _billingMode, name);
        ThroughputRules.CheckNewWarm(wanted.WarmThroughput, wanted.ProvisionedThroughput, name);
        return ThroughputSettings.Of(wanted.ProvisionedThroughput, wanted.OnDemandThroughput, wanted.WarmThroughput);
    }

    private static Core.Errors.AwsException WithoutThroughput(string name) =>
        BackupErrors.InvalidRestore($"Must specify provisioned throughput for index {name}");
}
