using System.Buffers.Binary;

namespace RustStack.DynamoDb.Keys;

/// <summary>The keys from one bound up to, but without, another.</summary>
/// <param name="From">The first key that is in the range, if there is one like it; empty for no bound.</param>
/// <param name="Before">The first key that is behind the range; null for no bound.</param>
internal readonly record struct KeyRange(byte[] From, byte[]? Before)
{
    /// <summary>Every key.</summary>
    public static readonly KeyRange All = new([], null);

    /// <summary>The keys that begin with a prefix.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <returns>The range.</returns>
    public static KeyRange Of(ReadOnlySpan<byte> prefix) => new(prefix.ToArray(), After(prefix));

    /// <summary>The keys of one segment of a parallel scan: an equal share of the hashes.</summary>
    /// <param name="segment">The segment, from zero.</param>
    /// <param name="totalSegments">How many segments there are.</param>
    /// <returns>The range.</returns>
    public static KeyRange OfSegment(int segment, int totalSegments) =>
        new(Bound(segment, totalSegments), segment == totalSegments - 1 ? null : Bound(segment + 1, totalSegments));

    /// <summary>The least byte string that is after every one that begins with a prefix.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <returns>The byte string; null when there is none.</returns>
    public static byte[]? After(ReadOnlySpan<byte> prefix)
    {
        int last = prefix.LastIndexOfAnyExcept(byte.MaxValue);
        if (last < 0) return null;
        byte[] after = prefix[..(last + 1)].ToArray();
        after[last]++;
        return after;
    }

    /// <summary>What of the range is after a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The rest of the range.</returns>
    public KeyRange Above(ReadOnlySpan<byte> key) =>
        From.AsSpan().SequenceCompareTo(key) > 0 ? this : this with { From = [.. key, 0] };

    /// <summary>What of the range is before a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The rest of the range.</returns>
    public KeyRange Below(ReadOnlySpan<byte> key) =>
        Before is not null && Before.AsSpan().SequenceCompareTo(key) <= 0 ? this : this with { Before = key.ToArray() };

    /// <summary>Whether a key is in the range.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(ReadOnlySpan<byte> key) =>
        key.SequenceCompareTo(From) >= 0 && (Before is null || key.SequenceCompareTo(Before) < 0);

    private static byte[] Bound(int segment, int totalSegments)
    {
        byte[] bound = new byte[KeyEncoder.HashBytes];
        BinaryPrimitives.WriteUInt64BigEndian(bound, (ulong)(((UInt128)segment << 64) / (UInt128)totalSegments));
        return bound;
    }
}
