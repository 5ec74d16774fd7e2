using System.Globalization;
using System.Text;

namespace RustStack.DynamoDb.Streams;

/// <summary>A place in a shard, as a shard iterator says it. Iterators hold everything themselves, so that they survive a restart.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ShardId">The shard.</param>
/// <param name="Number">The number to read from.</param>
/// <param name="IssuedAt">When the iterator was handed out, in milliseconds.</param>
internal readonly record struct ShardPosition(StreamName Stream, string ShardId, long Number, DateTimeOffset IssuedAt)
{
    private const string Version = "|1|";
    private const char Separator = '|';

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Whether the iterator is too old.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True when it must be refused.</returns>
    public bool IsExpiredAt(DateTimeOffset now) => now - IssuedAt > Lifetime;

    /// <summary>The iterator.</summary>
    /// <returns>Its text: the stream's ARN in the clear, the rest opaque.</returns>
    public string ToText()
    {
        string place = string.Create(
            CultureInfo.InvariantCulture, $"{ShardId}{Separator}{Number}{Separator}{IssuedAt.ToUnixTimeMilliseconds()}");
        return Stream.Arn + Version + Convert.ToBase64String(Encoding.UTF8.GetBytes(place));
    }

    /// <summary>Reads an iterator.</summary>
    /// <param name="text">What <see cref="ToText"/> gave.</param>
    /// <returns>The place; null for anything else.</returns>
    public static ShardPosition? Parse(string text)
    {
        int end = text.LastIndexOf(Version, StringComparison.Ordinal);
        if (end < 0 || StreamName.Parse(text[..end]) is not { } stream) return null;
        byte[] place = new byte[text.Length];
        if (!Convert.TryFromBase64String(text[(end + Version.Length)..], place, out int length)) return null;
        string[] parts = Encoding.UTF8.GetString(place, 0, length).Split(Separator);
        return parts is [{ } shardId, { } numberText, { } timeText]
            && long.TryParse(numberText, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && long.TryParse(timeText, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new(stream, shardId, number, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : null;
    }
}
