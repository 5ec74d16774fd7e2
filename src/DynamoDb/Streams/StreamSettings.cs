namespace RustStack.DynamoDb.Streams;

/// <summary>How streams are kept.</summary>
internal sealed record StreamSettings
{
    /// <summary>How long AWS keeps the records of a stream, and a stream that was disabled.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    /// <summary>How many shards of a new stream are open; the keys of its table are shared out among them.</summary>
    public int OpenShards { get; init; } = 1;

    /// <summary>How old an open shard grows before the next record closes it and opens its child; zero for any age.</summary>
    public TimeSpan ShardLifetime { get; init; }

    /// <summary>The most bytes of records that one stream retains; beyond that the oldest are trimmed before their time.</summary>
    public long MostRetainedBytes { get; init; } = 256L << 20;

    /// <summary>How long a stream is being enabled or disabled.</summary>
    public TimeSpan StatusDelay { get; init; }
}
