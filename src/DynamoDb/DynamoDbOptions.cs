using RustStack.Core.Options;

namespace RustStack.DynamoDb;

/// <summary>The settings of the DynamoDB service.</summary>
/// <param name="SkipSignatureValidation"><c>DYNAMODB_SKIP_SIGNATURE_VALIDATION</c>: accept any signature.</param>
public sealed record DynamoDbOptions(bool SkipSignatureValidation)
{
    private const int DefaultSweepSeconds = 60;
    private const int MostSweepSeconds = 86_400;
    private const int MostStatusDelayMilliseconds = 600_000;

    /// <summary><c>DYNAMODB_TTL_SWEEP_SECONDS</c>: the time between two sweeps for expired items; zero for none.</summary>
    public TimeSpan ExpirySweepPeriod { get; init; } = TimeSpan.FromSeconds(DefaultSweepSeconds);

    /// <summary><c>DYNAMODB_STATUS_DELAY_MS</c>: how long tables and indexes stay in each state on their way; zero for at once.</summary>
    public TimeSpan StatusDelay { get; init; }

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
        };
}
