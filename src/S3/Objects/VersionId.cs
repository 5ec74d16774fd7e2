using System.Buffers.Binary;
using System.Buffers.Text;
using RustStack.Core.Ids;
using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>
/// Ids of versions: 32 characters that are safe in URLs, opaque to clients. An id holds the version's place in its bucket's order of writing,
/// so that a version is found without a search, and enough randomness not to be guessed.
/// </summary>
internal static class VersionId
{
    /// <summary>The id of versions that were written while versioning was not enabled; a key has at most one.</summary>
    public const string Null = "null";

    /// <summary>How long an id is that is not <see cref="Null"/>.</summary>
    public const int Length = 32;

    private const int OrderBytes = sizeof(long);
    private const int RandomBytes = 16;

    /// <summary>Makes an id.</summary>
    /// <param name="order">The version's place.</param>
    /// <param name="ids">Gives the random part.</param>
    /// <returns>The id.</returns>
    public static string Create(long order, IdSource ids)
    {
        Span<byte> bytes = stackalloc byte[RandomBytes + OrderBytes];
        ids.Fill(bytes[..RandomBytes]);
        BinaryPrimitives.WriteInt64BigEndian(bytes[RandomBytes..], order ^ BinaryPrimitives.ReadInt64BigEndian(bytes));

        // A hyphen could come first, and command lines would take the id for an option.
        return Base64Url.EncodeToString(bytes).Replace('-', '.');
    }

    /// <summary>The place that an id holds.</summary>
    /// <param name="versionId">The id.</param>
    /// <returns>The place; null when the id is of another form, <see cref="Null"/> among them.</returns>
    public static long? OrderOf(string versionId)
    {
        Span<char> text = stackalloc char[Length];
        if (versionId.Length != Length || versionId.Contains('-', StringComparison.Ordinal)) return null;
        versionId.AsSpan().Replace(text, '.', '-');
        Span<byte> bytes = stackalloc byte[RandomBytes + OrderBytes];
        if (!Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out _)) return null;
        return BinaryPrimitives.ReadInt64BigEndian(bytes[RandomBytes..]) ^ BinaryPrimitives.ReadInt64BigEndian(bytes);
    }

    /// <summary>Whether a text has the form of an id.</summary>
    /// <param name="versionId">The text.</param>
    /// <returns>True when a version could have it.</returns>
    public static bool IsWellFormed(string versionId) => versionId == Null || OrderOf(versionId) is not null;

    /// <summary>Checks the id that a request names.</summary>
    /// <param name="versionId">The id, or null when the request names none.</param>
    /// <returns>The same.</returns>
    /// <exception cref="Core.Errors.AwsException">It is empty or has another form.</exception>
    public static string? Check(string? versionId)
    {
        if (versionId is null) return null;
        if (versionId.Length == 0) throw VersionErrors.EmptyVersionId();
        return IsWellFormed(versionId) ? versionId : throw VersionErrors.InvalidVersionId(versionId);
    }
}
