using System.Text;

namespace RustStack.S3.Listing;

/// <summary>Which keys a listing is about and which of them it rolls up into common prefixes.</summary>
/// <param name="prefix">What keys begin with; empty for all.</param>
/// <param name="delimiter">What ends a common prefix; empty for none.</param>
internal sealed class KeyGrouping(byte[] prefix, byte[] delimiter)
{
    /// <summary>What keys begin with.</summary>
    public byte[] Prefix { get; } = prefix;

    /// <summary>Reads the parameters of a listing.</summary>
    /// <param name="prefix">The prefix, or null.</param>
    /// <param name="delimiter">The delimiter, or null.</param>
    /// <returns>The grouping.</returns>
    public static KeyGrouping Parse(string? prefix, string? delimiter) =>
        new(Encoding.UTF8.GetBytes(prefix ?? ""), Encoding.UTF8.GetBytes(delimiter ?? ""));

    /// <summary>Whether the listing is about a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when it begins with the prefix.</returns>
    public bool Includes(ReadOnlySpan<byte> key) => key.StartsWith(Prefix);

    /// <summary>The common prefix that a key belongs to: up to and with the first delimiter after the prefix.</summary>
    /// <param name="key">A key that begins with the prefix.</param>
    /// <returns>The length of the common prefix in bytes; 0 when the key stands for itself.</returns>
    public int GroupLength(ReadOnlySpan<byte> key)
    {
        if (delimiter.Length == 0) return 0;
        int at = key[Prefix.Length..].IndexOf(delimiter);
        return at < 0 ? 0 : Prefix.Length + at + delimiter.Length;
    }

    /// <summary>The common prefix that a marker lies in.</summary>
    /// <param name="marker">The marker.</param>
    /// <returns>The common prefix; empty when it lies in none.</returns>
    public ReadOnlySpan<byte> GroupOf(ReadOnlySpan<byte> marker) => Includes(marker) ? marker[..GroupLength(marker)] : default;
}
