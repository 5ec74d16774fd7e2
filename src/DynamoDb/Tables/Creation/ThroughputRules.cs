using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>Checks throughput settings against the billing mode and their bounds.</summary>
internal static class ThroughputRules
{
    private const long MostUnits = 1_000_000_000_000;
    private const long NoLimit = -1;

    /// <summary>Checks the throughput of a new table.</summary>
    /// <param name="billingMode">The billing mode.</param>
    /// <param name="throughput">The throughput, if the request has one.</param>
    public static void Check(string billingMode, ProvisionedThroughput? throughput)
    {
        if (billingMode == BillingMode.Provisioned && throughput is null)
            throw DynamoDbErrors.Validation(CreationErrorText.ProvisionedWithoutUnits);
        if (billingMode == BillingMode.PayPerRequest && throughput is not null)
            throw DynamoDbErrors.Validation(CreationErrorText.OnDemandWithUnits);
        CheckBounds(throughput, indexName: null);
    }

    /// <summary>Checks the numbers of a throughput.</summary>
    /// <param name="throughput">The throughput, or null.</param>
    /// <param name="indexName">The index that it is for; null for the table.</param>
    public static void CheckBounds(ProvisionedThroughput? throughput, string? indexName)
    {
        if (throughput?.ReadCapacityUnits is > MostUnits and long read)
            throw DynamoDbErrors.Validation(ThroughputErrorText.OutOfBounds(read, nameof(throughput.ReadCapacityUnits), indexName));
        if (throughput?.WriteCapacityUnits is > MostUnits and long write)
            throw DynamoDbErrors.Validation(ThroughputErrorText.OutOfBounds(write, nameof(throughput.WriteCapacityUnits), indexName));
    }

    /// <summary>Checks the on-demand limits of something new.</summary>
    /// <param name="limits">The limits, or null.</param>
    /// <param name="billingMode">The table's billing mode.</param>
    /// <param name="indexName">The index that they are for; null for the table.</param>
    public static void CheckNewLimits(OnDemandThroughput? limits, string billingMode, string? indexName)
    {
        if (FirstLimit(limits) is not { } first) return;
        if (billingMode == BillingMode.Provisioned) throw DynamoDbErrors.Validation(ThroughputErrorText.NewLimitOfProvisioned(first, indexName));
        CheckLimitRange(limits!, lowest: 1, indexName);
    }

    /// <summary>Checks changed on-demand limits, of which -1 takes one away.</summary>
    /// <param name="limits">The limits, or null.</param>
    /// <param name="billingMode">The table's billing mode afterwards.</param>
    /// <param name="indexName">The index that they are for; null for the table.</param>
    public static void CheckLimits(OnDemandThroughput? limits, string billingMode, string? indexName)
    {
        if (FirstLimit(limits) is not { } first) return;
        if (billingMode == BillingMode.Provisioned) throw DynamoDbErrors.Validation(ThroughputErrorText.LimitOfProvisioned(first, indexName));
        CheckLimitRange(limits!, NoLimit, indexName);
    }

    /// <summary>Checks the warm throughput of something new: not below what the billing mode gives by itself.</summary>
    /// <param name="warm">The warm throughput, or null.</param>
    /// <param name="provisioned">The provisioned throughput; null with on-demand billing.</param>
    /// <param name="indexName">The index that it is for; null for the table.</param>
    public static void CheckNewWarm(WarmThroughput? warm, ProvisionedThroughput? provisioned, string? indexName)
    {
        WarmThroughput least = ThroughputSettings.Of(provisioned, onDemand: null, warm: null).Warm;
        if (FirstBelow(warm, least) is not { } member) return;
        string provisionedMember = member == nameof(warm.ReadUnitsPerSecond)
            ? nameof(provisioned.ReadCapacityUnits)
            : nameof(provisioned.WriteCapacityUnits);
        throw DynamoDbErrors.Validation(provisioned is null
            ? ThroughputErrorText.WarmBelowInitial(member, indexName)
            : ThroughputErrorText.WarmBelowProvisioned(member, provisionedMember, indexName));
    }

    /// <summary>Checks a changed warm throughput: it cannot shrink.</summary>
    /// <param name="warm">The warm throughput, or null.</param>
    /// <param name="current">The warm throughput as it is.</param>
    /// <param name="indexName">The index that it is for; null for the table.</param>
    public static void CheckWarm(WarmThroughput? warm, WarmThroughput current, string? indexName)
    {
        if (FirstBelow(warm, current) is { } member)
            throw DynamoDbErrors.Validation(ThroughputErrorText.WarmBelowCurrent(member, indexName));
    }

    private static string? FirstLimit(OnDemandThroughput? limits)
    {
        if (limits?.MaxReadRequestUnits is not null) return nameof(limits.MaxReadRequestUnits);
        return limits?.MaxWriteRequestUnits is null ? null : nameof(limits.MaxWriteRequestUnits);
    }

    private static void CheckLimitRange(OnDemandThroughput limits, long lowest, string? indexName)
    {
        if (limits.MaxReadRequestUnits is { } read && (read < lowest || read is 0))
            throw DynamoDbErrors.Validation(ThroughputErrorText.LimitOutOfRange(nameof(limits.MaxReadRequestUnits), indexName));
        if (limits.MaxWriteRequestUnits is { } write && (write < lowest || write is 0))
            throw DynamoDbErrors.Validation(ThroughputErrorText.LimitOutOfRange(nameof(limits.MaxWriteRequestUnits), indexName));
    }

    private static string? FirstBelow(WarmThroughput? warm, WarmThroughput least)
    {
        if (warm?.ReadUnitsPerSecond < least.ReadUnitsPerSecond) return nameof(warm.ReadUnitsPerSecond);
        return warm?.WriteUnitsPerSecond < least.WriteUnitsPerSecond ? nameof(warm.WriteUnitsPerSecond) : null;
    }
}
