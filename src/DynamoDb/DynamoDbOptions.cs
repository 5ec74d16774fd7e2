using RustStack.Core.Options;

namespace RustStack.DynamoDb;

/// <summary>The settings of the DynamoDB service.</summary>
/// <param name="SkipSignatureValidation"><c>DYNAMODB_SKIP_SIGNATURE_VALIDATION</c>: accept any signature.</param>
public sealed record DynamoDbOptions(bool SkipSignatureValidation)
{
    private const int DefaultSweepSeconds = 60;
    private const int MostSweepSeconds = 86_400;
    private const int MostStatusDelayMilliseconds = 600_000;
    private const int MostStreamShards = 64;
    private const int DefaultShardSeconds = 14_400;
    private const int MostShardSeconds = 86_400;
    private const int DefaultStreamMegabytes = 256;
    private const int MostStreamMegabytes = 65_536;

    /// <summary><c>DYNAMODB_TTL_SWEEP_SECONDS</c>: the time between two sweeps for expired items; zero for none.</summary>
    public TimeSpan ExpirySweepPeriod { get; init; } = TimeSpan.FromSeconds(DefaultSweepSeconds);

    /// <summary><c>DYNAMODB_STATUS_DELAY_MS</c>: how long tables and indexes stay in each state on their way; zero for at once.</summary>
    public TimeSpan StatusDelay { get; init; }

    /// <summary><c>DYNAMODB_STREAM_SHARDS</c>: how many shards of a new stream are open.</summary>
    public int StreamShards { get; init; } = 1;

    /// <summary><c>DYNAMODB_STREAM_SHARD_SECONDS</c>: how old an open shard grows before it is closed; zero for any age.</summary>
    public TimeSpan StreamShardLifetime { get; init; } = TimeSpan.FromSeconds(DefaultShardSeconds);

    /// <summary><c>DYNAMODB_STREAM_MEMORY_MB</c>: the most bytes of records that one stream retains.</summary>
    public long StreamMemoryBytes { get; init; } = (long)DefaultStreamMegabytes << 20;

    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options, with defaults in place of unusable values.</returns>
    public static DynamoDbOptions Read(SettingsReader reader) =>
        new(reader.ReadFlag("DYNAMODB_SKIP_SIGNATURE_VALIDATION", true, "accept any DynamoDB signature"))
        {
            ExpirySweepPeriod = TimeSpan.FromSeconds(reader.ReadNumber(
                "DYNAMODB_TTL_SWEEP_SECONDS", DefaultSweepSeconds, 0, MostSweepSeconds, "seconds between sweeps for expired items; 0 for none")),
            StatusDelay = TimeSpan.FromMilliseconds(reader.ReadNumber(
                "DYNAMODB_STATUS_DELAY_MS", 0, 0, MostStatusDelayMilliseconds, "milliseconds that tables and indexes stay CREATING, UPDATING or DELETING")),
            StreamShards = (int)reader.ReadNumber("DYNAMODB_STREAM_SHARDS", 1, 1, MostStreamShards, "open shards of a new stream"),
            StreamShardLifetime = TimeSpan.FromSeconds(reader.ReadNumber(
                "DYNAMODB_STREAM_SHARD_SECONDS", DefaultShardSeconds, 0, MostShardSeconds, "seconds until an open shard is closed; 0 for never")),
            StreamMemoryBytes = reader.ReadNumber(
                "DYNAMODB_STREAM_MEMORY_MB", DefaultStreamMegabytes, 1, MostStreamMegabytes, "megabytes of records that one stream retains") << 20,
        };
}
