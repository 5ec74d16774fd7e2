using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables.Creation;

namespace RustStack.DynamoDb.Tables.Updating;

/// <summary>
/// Checks what a request to update a table puts together, before the table is looked for: most changes must come alone.
/// </summary>
/// <param name="input">The request.</param>
internal sealed class UpdateComposition(UpdateTableInput input)
{
    private readonly bool _hasLimits =
        input.OnDemandThroughput is { MaxReadRequestUnits: not null } or { MaxWriteRequestUnits: not null };

    private readonly bool _hasWarm = input.WarmThroughput is { ReadUnitsPerSecond: not null } or { WriteUnitsPerSecond: not null };

    private readonly bool _hasIndexes = input.GlobalSecondaryIndexUpdates is { Count: > 0 };

    /// <summary>Checks the request.</summary>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public void Check()
    {
        RefuseUnsupported();
        int changes = CountChanges();
        if (changes == 0) throw DynamoDbErrors.Validation(UpdateErrorText.NothingToUpdate);
        if (input.GlobalSecondaryIndexUpdates is { Count: 0 }) throw DynamoDbErrors.Validation(UpdateErrorText.EmptyIndexUpdates);
        if (changes > 1) CheckTogether();
        CheckIndexUpdates();
        CheckThroughput();
    }

    private static bool ChangesSet(GlobalSecondaryIndexUpdate update) => update.Create is not null || update.Delete is not null;

    private static void CheckEntry(GlobalSecondaryIndexUpdate update)
    {
        int actions = (update.Update is null ? 0 : 1) + (update.Create is null ? 0 : 1) + (update.Delete is null ? 0 : 1);
        if (actions == 0) throw DynamoDbErrors.Validation(UpdateErrorText.NoIndexAction);
        if (actions > 1) throw DynamoDbErrors.Validation(UpdateErrorText.ManyIndexActions);
        if (update.Update is { WarmThroughput: { ReadUnitsPerSecond: null, WriteUnitsPerSecond: null } } warm)
            throw DynamoDbErrors.Validation(UpdateErrorText.WarmWithoutUnits(warm.IndexName));
    }

    private void RefuseUnsupported()
    {
        string? parameter = input switch
        {
            { ReplicaUpdates: not null } => nameof(input.ReplicaUpdates),
            { MultiRegionConsistency: not null } => nameof(input.MultiRegionConsistency),
            { GlobalTableWitnessUpdates: not null } => nameof(input.GlobalTableWitnessUpdates),
            { GlobalTableSettingsReplicationMode: not null } => nameof(input.GlobalTableSettingsReplicationMode),
            _ => null,
        };
        if (parameter is not null) throw DynamoDbErrors.Validation(CreationErrorText.NotSupported(parameter));
    }

    private int CountChanges()
    {
        ReadOnlySpan<bool> changes =
        [
            input.ProvisionedThroughput is not null,
            input.BillingMode is not null,
            input.StreamSpecification is not null,
            _hasIndexes,
            input.SSESpecification is not null,
            input.DeletionProtectionEnabled is not null,
            _hasLimits,
            _hasWarm,
            input.TableClass is not null,
        ];
        return changes.Count(true);
    }

    // When several of these are there, AWS names them in this order.
    private void CheckTogether()
    {
        bool changesIndexes = input.GlobalSecondaryIndexUpdates?.Any(ChangesSet) ?? false;
        bool changesThroughput = input.ProvisionedThroughput is not null || input.BillingMode == BillingMode.Provisioned;
        string? error = input switch
        {
            { SSESpecification: not null } => UpdateErrorText.EncryptionAlone,
            { TableClass: not null } => UpdateErrorText.TableClassAlone,
            { DeletionProtectionEnabled: not null } => UpdateErrorText.ProtectionAlone,
            _ when _hasWarm => changesIndexes ? UpdateErrorText.WarmWithIndex : UpdateErrorText.WarmAlone,
            _ when _hasLimits && (input.StreamSpecification is not null || _hasIndexes) => UpdateErrorText.LimitsWithOthers,
            { StreamSpecification: not null } when changesThroughput => UpdateErrorText.StreamWithThroughput,
            { ProvisionedThroughput: not null } when changesIndexes => UpdateErrorText.IndexWithThroughput,
            { StreamSpecification: not null } when changesIndexes => UpdateErrorText.IndexWithStream,
            _ => null,
        };
        if (error is not null) throw DynamoDbErrors.Validation(error);
    }

    private void CheckIndexUpdates()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (GlobalSecondaryIndexUpdate update in input.GlobalSecondaryIndexUpdates ?? [])
        {
            CheckEntry(update);
            string name = update.Update?.IndexName ?? update.Create?.IndexName ?? update.Delete!.IndexName;
            if (!names.Add(name)) throw DynamoDbErrors.Validation(UpdateErrorText.IndexTwice(name));
        }
    }

    private void CheckThroughput()
    {
        if (input is { BillingMode: BillingMode.PayPerRequest, ProvisionedThroughput: not null })
            throw DynamoDbErrors.Validation(CreationErrorText.OnDemandWithUnits);
        if (input is { BillingMode: BillingMode.Provisioned, ProvisionedThroughput: null })
            throw DynamoDbErrors.Validation(UpdateErrorText.ProvisionedWithoutThroughput);
        ThroughputRules.CheckBounds(input.ProvisionedThroughput, indexName: null);
    }
}
