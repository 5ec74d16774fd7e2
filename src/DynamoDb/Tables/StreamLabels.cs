using System.Globalization;

namespace RustStack.DynamoDb.Tables;

/// <summary>Labels of streams: the time at which one was enabled.</summary>
internal static class StreamLabels
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff";

    /// <summary>Makes a label.</summary>
    /// <param name="enabledAt">When the stream is enabled.</param>
    /// <returns>The label, such as <c>2026-01-02T03:04:05.678</c>.</returns>
    public static string Of(DateTimeOffset enabledAt) =>
        enabledAt.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Makes the label that follows one that is taken.</summary>
    /// <param name="label">What <see cref="Of"/> gave.</param>
    /// <returns>The label of the next millisecond.</returns>
    public static string After(string label) =>
        Of(DateTimeOffset.ParseExact(label, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddMilliseconds(1));
}
