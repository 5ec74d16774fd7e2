using System.Globalization;

namespace RustStack.DynamoDb.Tables;

/// <summary>Labels of streams: the time at which one was enabled.</summary>
internal static class StreamLabels
{
    /// <summary>Makes a label.</summary>
    /// <param name="enabledAt">When the stream is enabled.</param>
    /// <returns>The label, such as <c>2026-01-02T03:04:05.678</c>.</returns>
    public static string Of(DateTimeOffset enabledAt) =>
        enabledAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
