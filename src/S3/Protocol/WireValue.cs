using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using RustStack.S3.Errors;

namespace RustStack.S3.Protocol;

/// <summary>
/// Values of headers and query parameters. A text that is absent or empty is no value; one that is not of the type is an AWS error.
/// </summary>
internal static class WireValue
{
    /// <summary>The highest number of a part.</summary>
    public const int MaxPartNumber = 10_000;

    /// <summary>Where the milliseconds end in .NET's round-trip form, which has four more digits.</summary>
    private const int MillisecondsEnd = 23;
    private const int RoundTripLength = 28;

    /// <summary>What a header's value cannot hold: controls and what ISO-8859-1 does not have.</summary>
    private static readonly SearchValues<char> HeaderControls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(static c => c != '\t').Select(static c => (char)c), (char)0x7F]);

    private static readonly string[] HttpDates = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    private static readonly string[] DateTimes =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyyMMdd'T'HHmmssK", "yyyy-MM-ddK", "yyyy-MM-dd",
    ];

    /// <summary>An integer from 0 up.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The parameter's name for the error.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument.</exception>
    public static int? Integer(string? text, string name) => Integer(text, name, 0, int.MaxValue);

    /// <summary>An integer within bounds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The parameter's name for the error.</param>
    /// <param name="min">The lowest value.</param>
    /// <param name="max">The highest value.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument.</exception>
    public static int? Integer(string? text, string name, int min, int max)
    {
        if (string.IsNullOrEmpty(text)) return null;
        bool isInteger = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        if (!isInteger) throw ProtocolErrors.NotAnInteger(name, text);
        return value >= min && value <= max ? value : throw ProtocolErrors.IntegerOutOfRange(name, text, min, max);
    }

    /// <summary>A part's number, 1 to <see cref="MaxPartNumber"/>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument.</exception>
    public static int? PartNumber(string? text)
    {
        if (text is null) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 1 and <= MaxPartNumber
            ? value
            : throw ProtocolErrors.InvalidPartNumber(text);
    }

    /// <summary>A count of bytes or the like, from 0 up.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The parameter's name for the error.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument.</exception>
    public static long? Long(string? text, string name)
    {
        if (string.IsNullOrEmpty(text)) return null;
        bool isInteger = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value);
        return isInteger ? value : throw ProtocolErrors.NotAnInteger(name, text);
    }

    /// <summary>A boolean: <c>true</c> or <c>false</c> in any case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The parameter's name for the error.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument.</exception>
    public static bool? Boolean(string? text, string name)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return bool.TryParse(text, out bool value) ? value : throw ProtocolErrors.NotRecognized(name, text);
    }

    /// <summary>A date in one of HTTP's three forms, or as ISO 8601.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The parameter's name for the error.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument.</exception>
    public static DateTimeOffset? HttpDate(string? text, string name)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return HttpDateOrNull(text) ?? throw ProtocolErrors.NotRecognized(name, text);
    }

    /// <summary>
    /// A date as <see cref="HttpDate"/> reads it; what is none is as if it were absent (RFC 9110, sections 13.1.3 and 13.1.4).
    /// </summary>
    /// <param name="text">The text.</param>
    public static DateTimeOffset? HttpDateOrNull(string? text) =>
        Parse(text, HttpDates, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite) ?? DateTimeOrNull(text);

    /// <summary>A date and time as ISO 8601.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The parameter's name for the error.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument.</exception>
    public static DateTimeOffset? DateTime(string? text, string name)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return DateTimeOrNull(text) ?? throw ProtocolErrors.NotIso8601(name, text);
    }

    /// <summary>A date and time as ISO 8601, in UTC unless it says otherwise; null for what is none.</summary>
    /// <param name="text">The text.</param>
    public static DateTimeOffset? DateTimeOrNull(string? text) => Parse(text, DateTimes, DateTimeStyles.AssumeUniversal);

    /// <summary>The elements of a comma-separated list, trimmed; null when there are none.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string>? List(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The names of the attributes that GetObjectAttributes is asked for.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidRequest when there are none.</exception>
    public static IReadOnlyList<string> ObjectAttributes(string? text) => List(text) ?? throw ProtocolErrors.MissingObjectAttributes();

    /// <summary>A query parameter whose value becomes a header of the answer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The parameter's name for the error.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument.</exception>
    public static string? HeaderText(string? text, string name)
    {
        bool isLatin1 = !text.AsSpan().ContainsAny(HeaderControls) && !text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        return isLatin1 ? text : throw ProtocolErrors.NotLatin1(name, text!);
    }

    /// <summary>A body that is text.</summary>
    /// <param name="body">The body.</param>
    /// <exception cref="Core.Errors.AwsException">MalformedXML when it is not UTF-8.</exception>
    public static string Text(ReadOnlySpan<byte> body) =>
        Utf8.IsValid(body) ? Encoding.UTF8.GetString(body) : throw RequestErrors.MalformedXml();

    /// <summary>A time as S3 prints it in documents and in headers that are not HTTP's own: milliseconds, UTC.</summary>
    /// <param name="time">The time.</param>
    public static string Print(DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[RoundTripLength];
        return Encoding.ASCII.GetString(text[..Print(time, text)]);
    }

    /// <summary>Writes a time as <see cref="Print(DateTimeOffset)"/> does: the round-trip form, cut, is far cheaper than a form of one's own.</summary>
    /// <param name="time">The time.</param>
    /// <param name="target">Receives the text; it needs room for 28 bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Print(DateTimeOffset time, Span<byte> target)
    {
        time.UtcDateTime.TryFormat(target, out _, "O", CultureInfo.InvariantCulture);
        target[MillisecondsEnd] = (byte)'Z';
        return MillisecondsEnd + 1;
    }

    /// <summary>A time as HTTP prints it.</summary>
    /// <param name="time">The time.</param>
    public static string PrintHttpDate(DateTimeOffset time) => time.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Parse(string? text, string[] formats, DateTimeStyles styles) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, styles, out DateTimeOffset time) ? time : null;
}
