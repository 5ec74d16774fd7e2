using System.Globalization;
using RustStack.S3.Errors;

namespace RustStack.S3.Routing;

/// <summary>Until when a presigned URL may be used. It is held to whether or not signatures are verified.</summary>
internal static class PresignedExpiry
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const long MaxSeconds = 604_800;

    /// <summary>Refuses a presigned URL whose time is over; one that states no usable time is not looked at.</summary>
    /// <param name="query">The URL's query.</param>
    /// <param name="now">The time of the request.</param>
    /// <exception cref="Core.Errors.AwsException">AccessDenied.</exception>
    public static void Check(S3Query query, DateTimeOffset now)
    {
        if (!query.IsPresigned) return;
        string? seconds = query.Find("X-Amz-Expires");
        DateTimeOffset? end = seconds is null ? ReadEnd(query.Find("Expires"), now) : ReadEnd(query.Find("X-Amz-Date"), seconds, now);
        if (end < now) throw AccessErrors.Expired(seconds, end.Value, now);
    }

    /// <summary>The end of a URL of version 4, or null when it is not usable or ahead.</summary>
    private static DateTimeOffset? ReadEnd(string? date, string seconds, DateTimeOffset now)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        bool isUsable = DateTimeOffset.TryParseExact(date, TimeFormat, CultureInfo.InvariantCulture, Utc, out DateTimeOffset start);
        if (!isUsable || ReadSeconds(seconds) is not { } length || length > MaxSeconds) return null;
        return (now - start).TotalSeconds > length ? start.AddSeconds(length) : null;
    }

    /// <summary>The end of a URL of version 2, or null when it is not usable or ahead.</summary>
    private static DateTimeOffset? ReadEnd(string? unixSeconds, DateTimeOffset now) =>
        ReadSeconds(unixSeconds) is { } end && end < now.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(end) : null;

    private static long? ReadSeconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) ? seconds : null;
}
