using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.KinesisDestinations;

/// <summary>A Kinesis data stream that a table was told to send its changes to. It is a setting with states: nothing is sent.</summary>
/// <param name="StreamArn">The stream.</param>
/// <param name="LastStep">ENABLING, UPDATING or DISABLING: what was last begun.</param>
/// <param name="ChangedAt">When it was begun.</param>
/// <param name="Precision">MILLISECOND or MICROSECOND; null until it is chosen, which means MILLISECOND.</param>
/// <param name="Failure">Why it could not be enabled; null when it could.</param>
internal sealed record KinesisDestination(string StreamArn, string LastStep, DateTimeOffset ChangedAt, string? Precision, string? Failure)
{
    /// <summary>The status at a time.</summary>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long each step takes.</param>
    /// <returns>The status.</returns>
    public string Status(DateTimeOffset now, TimeSpan delay)
    {
        if (now < ChangedAt + delay) return LastStep;
        if (LastStep == DestinationStatus.Disabling) return DestinationStatus.Disabled;
        return Failure is null ? DestinationStatus.Active : DestinationStatus.EnableFailed;
    }
}
