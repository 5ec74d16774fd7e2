using System.Globalization;

namespace RustStack.S3.Checksums;

/// <summary>The checksum that an object or part has.</summary>
/// <param name="Kind">Its algorithm.</param>
/// <param name="Value">Its value in base 64; a composite one ends in <c>-</c> and the number of parts.</param>
/// <param name="IsComposite">Whether it is the checksum of the parts' checksums, not of the bytes.</param>
internal sealed record ObjectChecksum(ChecksumKind Kind, string Value, bool IsComposite)
{
    private const string Composite = "COMPOSITE";
    private const string FullObject = "FULL_OBJECT";

    /// <summary>How the value was made, in the model's words.</summary>
    public string Type => IsComposite ? Composite : FullObject;

    /// <summary>A checksum of the bytes themselves.</summary>
    /// <param name="kind">The algorithm.</param>
    /// <param name="value">The value, most significant byte first.</param>
    /// <returns>The checksum.</returns>
    public static ObjectChecksum Full(ChecksumKind kind, ReadOnlySpan<byte> value) => new(kind, Convert.ToBase64String(value), false);

    /// <summary>The full-object checksum of parts put together.</summary>
    /// <param name="kind">The algorithm; a combinable one.</param>
    /// <param name="parts">Value (base 64) and length of each part.</param>
    /// <returns>The checksum.</returns>
    public static ObjectChecksum Combine(ChecksumKind kind, IEnumerable<(string Value, long LengthBytes)> parts)
    {
        byte[] value = new byte[kind.LengthBytes()];
        foreach ((string part, long lengthBytes) in parts)
        {
            value = CrcCombiner.Combine(kind, value, Convert.FromBase64String(part), lengthBytes);
        }

        return Full(kind, value);
    }

    /// <summary>The checksum of the parts' checksums.</summary>
    /// <param name="kind">The algorithm.</param>
    /// <param name="parts">The value of each part, base 64.</param>
    /// <returns>The checksum.</returns>
    public static ObjectChecksum Compose(ChecksumKind kind, IReadOnlyCollection<string> parts)
    {
        using var hash = StreamingHash.Create(kind);
        foreach (string part in parts) hash.Append(Convert.FromBase64String(part));
        string value = Convert.ToBase64String(hash.Finish());
        return new(kind, string.Create(CultureInfo.InvariantCulture, $"{value}-{parts.Count}"), true);
    }

    /// <summary>Whether a text could be a value of an algorithm: base 64 of the right number of bytes.</summary>
    /// <param name="kind">The algorithm.</param>
    /// <param name="text">The text.</param>
    /// <returns>True when it could.</returns>
    public static bool IsWellFormed(ChecksumKind kind, string text)
    {
        Span<byte> value = stackalloc byte[64];
        return text.Length <= 64 && Convert.TryFromBase64String(text, value, out int written) && written == kind.LengthBytes();
    }
}
