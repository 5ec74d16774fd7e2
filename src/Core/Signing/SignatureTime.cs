using System.Globalization;

namespace RustStack.Core.Signing;

/// <summary>The times of signatures: ISO 8601 in its basic form (<c>20150830T123600Z</c>), or a date as HTTP has it.</summary>
public static class SignatureTime
{
    /// <summary>How far a request's clock may be off: 15 minutes.</summary>
    public static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(15);

    private const string Basic = "yyyyMMdd'T'HHmmss'Z'";
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>The forms of RFC 9110, section 5.6.7, and the offsets that older clients write.</summary>
    private static readonly string[] HttpFormats =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss 'UTC'", "ddd, d MMM yyyy HH:mm:ss 'GMT'",
        "ddd, dd MMM yyyy HH:mm:ss zzz", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy",
    ];

    /// <summary>Reads a time in the basic form.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The time, or null when it has another form.</returns>
    public static DateTimeOffset? ParseBasic(string? text) =>
        text?.Length == 16 && DateTimeOffset.TryParseExact(text, Basic, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time)
            ? time
            : null;

    /// <summary>Reads a time in either form.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The time, or null when it has another form.</returns>
    public static DateTimeOffset? Parse(string? text)
    {
        if (ParseBasic(text) is { } basic) return basic;
        string http = text is [.., '+' or '-', _, _, _, _] ? $"{text[..^2]}:{text[^2..]}" : text ?? "";
        return DateTimeOffset.TryParseExact(http, HttpFormats, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time) ? time : null;
    }

    /// <summary>Prints a time in the basic form.</summary>
    /// <param name="time">The time.</param>
    /// <returns>16 characters.</returns>
    public static string Print(DateTimeOffset time) => time.UtcDateTime.ToString(Basic, CultureInfo.InvariantCulture);

    /// <summary>Whether a time is further from another than a clock may be off.</summary>
    /// <param name="time">The time.</param>
    /// <param name="now">The other.</param>
    /// <returns>True when it is.</returns>
    public static bool IsSkewed(DateTimeOffset time, DateTimeOffset now) => (now - time).Duration() > MaxSkew;
}
