using System.Globalization;
using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>A range of an object's bytes.</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="LengthBytes">How many bytes.</param>
internal readonly record struct ByteRange(long Offset, long LengthBytes)
{
    private const string Unit = "bytes=";

    /// <summary>Reads a Range header.</summary>
    /// <param name="header">The header's value, or null.</param>
    /// <param name="sizeBytes">The object's size.</param>
    /// <returns>The range; null when the whole object is meant, as with a form that S3 passes over: several ranges or a broken
    /// one.</returns>
    /// <exception cref="Core.Errors.AwsException">InvalidRange when the object has no byte of it.</exception>
    public static ByteRange? Parse(string? header, long sizeBytes)
    {
        if (!TrySplit(header, out long? first, out long? last)) return null;
        if (first is null)
        {
            long length = Math.Min(last!.Value, sizeBytes);
            return length == 0 ? throw ObjectErrors.InvalidRange(header!, sizeBytes) : new ByteRange(sizeBytes - length, length);
        }

        if (last < first) return null;
        if (first >= sizeBytes) throw ObjectErrors.InvalidRange(header!, sizeBytes);
        long end = Math.Min(last ?? long.MaxValue, sizeBytes - 1);
        return new ByteRange(first.Value, end - first.Value + 1);
    }

    /// <summary>Reads the range that a part copy names: both ends must be there and within the source.</summary>
    /// <param name="header">The header's value.</param>
    /// <param name="sizeBytes">The source's size.</param>
    /// <returns>The range.</returns>
    /// <exception cref="Core.Errors.AwsException">InvalidArgument.</exception>
    public static ByteRange ParseCopy(string header, long sizeBytes)
    {
        if (!TrySplit(header, out long? first, out long? last) || first is null || last is null || last < first)
        {
            throw MultipartErrors.CopyRangeInvalid(header);
        }

        return last < sizeBytes
            ? new(first.Value, last.Value - first.Value + 1)
            : throw MultipartErrors.CopyRangeOutside(header, sizeBytes);
    }

    /// <summary>What Content-Range says of it.</summary>
    /// <param name="sizeBytes">The object's size.</param>
    /// <returns>The header's value.</returns>
    public string ContentRange(long sizeBytes) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {Offset}-{Offset + LengthBytes - 1}/{sizeBytes}");

    private static bool TrySplit(string? header, out long? first, out long? last)
    {
        first = last = null;
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase)) return false;
        ReadOnlySpan<char> range = header.AsSpan(Unit.Length).Trim();
        int dash = range.IndexOf('-');
        return dash >= 0
            && TryParse(range[..dash].Trim(), out first)
            && TryParse(range[(dash + 1)..].Trim(), out last)
            && (first is not null || last is not null);
    }

    private static bool TryParse(ReadOnlySpan<char> text, out long? value)
    {
        value = null;
        if (text.IsEmpty) return true;
        if (text.ContainsAnyExceptInRange('0', '9')) return false;
        value = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : long.MaxValue;
        return true;
    }
}
