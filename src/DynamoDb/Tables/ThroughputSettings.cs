using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tables;

/// <summary>The throughput of a table or a global index: what was asked for, and what became of it.</summary>
internal sealed record ThroughputSettings
{
    /// <summary>The warm throughput of whatever is on demand: what it can serve from its first second on.</summary>
    public static readonly WarmThroughput OnDemandWarm = new() { ReadUnitsPerSecond = 12_000, WriteUnitsPerSecond = 4_000 };

    /// <summary>The provisioned throughput; null with on-demand billing.</summary>
    public ProvisionedThroughput? Provisioned { get; init; }

    /// <summary>The on-demand limits; null when there is none.</summary>
    public OnDemandThroughput? OnDemand { get; init; }

    /// <summary>The warm throughput, which only ever grows.</summary>
    public required WarmThroughput Warm { get; init; }

    /// <summary>When the provisioned throughput was last increased.</summary>
    public DateTimeOffset? IncreasedAt { get; init; }

    /// <summary>When the provisioned throughput was last decreased.</summary>
    public DateTimeOffset? DecreasedAt { get; init; }

    /// <summary>How many decreases there were on the day of <see cref="DecreasedAt"/>.</summary>
    public int Decreases { get; init; }

    /// <summary>The throughput of something new.</summary>
    /// <param name="provisioned">The provisioned throughput; null with on-demand billing.</param>
    /// <param name="onDemand">The on-demand limits of the request.</param>
    /// <param name="warm">The warm throughput of the request; null or half given for what the billing mode gives.</param>
    /// <returns>The settings.</returns>
    public static ThroughputSettings Of(ProvisionedThroughput? provisioned, OnDemandThroughput? onDemand, WarmThroughput? warm) => new()
    {
        Provisioned = provisioned,
        OnDemand = Merge(null, onDemand),
        Warm = Larger(provisioned is null ? OnDemandWarm : WarmOf(provisioned), warm),
    };

    /// <summary>How many decreases there were today, by the UTC calendar.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The number.</returns>
    public int DecreasesToday(DateTimeOffset now) => DecreasedAt?.UtcDateTime.Date == now.UtcDateTime.Date ? Decreases : 0;

    /// <summary>Sets the provisioned throughput; on-demand limits end with on-demand billing.</summary>
    /// <param name="provisioned">The throughput.</param>
    /// <param name="now">The time.</param>
    /// <returns>The settings afterwards.</returns>
    public ThroughputSettings Provision(ProvisionedThroughput provisioned, DateTimeOffset now)
    {
        bool increases = Provisioned is { } before
            && (provisioned.ReadCapacityUnits > before.ReadCapacityUnits || provisioned.WriteCapacityUnits > before.WriteCapacityUnits);
        bool decreases = Provisioned is { } larger
            && (provisioned.ReadCapacityUnits < larger.ReadCapacityUnits || provisioned.WriteCapacityUnits < larger.WriteCapacityUnits);
        return this with
        {
            Provisioned = provisioned,
            OnDemand = null,
            Warm = Larger(Warm, WarmOf(provisioned)),
            IncreasedAt = increases ? now : IncreasedAt,
            DecreasedAt = decreases ? now : DecreasedAt,
            Decreases = decreases ? DecreasesToday(now) + 1 : Decreases,
        };
    }

    /// <summary>Goes over to on-demand billing.</summary>
    /// <returns>The settings afterwards.</returns>
    public ThroughputSettings ToOnDemand() =>
        Provisioned is null ? this : this with { Provisioned = null, Warm = Larger(Warm, OnDemandWarm) };

    /// <summary>Sets on-demand limits; -1 takes one away.</summary>
    /// <param name="limits">The limits; a member that is null stays as it is.</param>
    /// <returns>The settings afterwards.</returns>
    public ThroughputSettings Limit(OnDemandThroughput? limits) => this with { OnDemand = Merge(OnDemand, limits) };

    /// <summary>Raises the warm throughput.</summary>
    /// <param name="warm">The throughput; a member that is null stays as it is.</param>
    /// <returns>The settings afterwards.</returns>
    public ThroughputSettings WarmUp(WarmThroughput? warm) => this with { Warm = Larger(Warm, warm) };

    private static WarmThroughput WarmOf(ProvisionedThroughput provisioned) => new()
    {
        ReadUnitsPerSecond = provisioned.ReadCapacityUnits,
        WriteUnitsPerSecond = provisioned.WriteCapacityUnits,
    };

    private static WarmThroughput Larger(WarmThroughput warm, WarmThroughput? other) => new()
    {
        ReadUnitsPerSecond = Math.Max(warm.ReadUnitsPerSecond!.Value, other?.ReadUnitsPerSecond ?? 0),
        WriteUnitsPerSecond = Math.Max(warm.WriteUnitsPerSecond!.Value, other?.WriteUnitsPerSecond ?? 0),
    };

    private static OnDemandThroughput? Merge(OnDemandThroughput? before, OnDemandThroughput? change)
    {
        long? read = Merge(before?.MaxReadRequestUnits, change?.MaxReadRequestUnits);
        long? write = Merge(before?.MaxWriteRequestUnits, change?.MaxWriteRequestUnits);
        return read is null && write is null ? null : new() { MaxReadRequestUnits = read, MaxWriteRequestUnits = write };
    }

    private static long? Merge(long? before, long? change) => change switch
    {
        null => before,
        -1 => null,
        _ => change,
    };
}
