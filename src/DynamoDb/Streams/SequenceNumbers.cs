using System.Globalization;

namespace RustStack.DynamoDb.Streams;

/// <summary>
/// Sequence numbers as text: all of one length, so that their order is that of the texts too. A stream counts from the time at which
/// it was enabled, so that a table's later streams have higher numbers.
/// </summary>
internal static class SequenceNumbers
{
    private const string Prefix = "100";
    private const int Digits = 19;
    private const long PerMillisecond = 1_000_000;

    /// <summary>The first number of a stream.</summary>
    /// <param name="createdAt">When it is enabled.</param>
    /// <returns>The number.</returns>
    public static long First(DateTimeOffset createdAt) => createdAt.ToUnixTimeMilliseconds() * PerMillisecond;

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>22 digits.</returns>
    public static string ToText(long number) => Prefix + number.ToString("d19", CultureInfo.InvariantCulture);

    /// <summary>Reads a number.</summary>
    /// <param name="text">What <see cref="ToText"/> gave.</param>
    /// <returns>The number; null for anything else.</returns>
    public static long? Parse(string text)
    {
        bool isNumber = text.Length == Prefix.Length + Digits && text.StartsWith(Prefix, StringComparison.Ordinal);
        return isNumber && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
    }
}
