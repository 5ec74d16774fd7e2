using RustStack.S3.Errors;
using RustStack.S3.Objects;

namespace RustStack.S3.Multipart;

/// <summary>A multipart upload in progress. Its parts are read and changed under the bucket's lock only.</summary>
/// <param name="key">The key that it is for.</param>
/// <param name="uploadId">Its id.</param>
/// <param name="initiated">When it was begun.</param>
/// <param name="initiatorAccountId">The account that began it.</param>
/// <param name="properties">What the object will have.</param>
/// <param name="checksum">The checksum that the object will have.</param>
internal sealed class PendingUpload(
    byte[] key, string uploadId, DateTimeOffset initiated, string initiatorAccountId, ObjectProperties properties, UploadChecksum checksum)
{
    private readonly SortedList<int, StoredPart> _parts = [];

    public byte[] Key { get; } = key;

    public string UploadId { get; } = uploadId;

    public DateTimeOffset Initiated { get; } = initiated;

    public string InitiatorAccountId { get; } = initiatorAccountId;

    public ObjectProperties Properties { get; } = properties;

    public UploadChecksum Checksum { get; } = checksum;

    /// <summary>Whether there was an object of the key when the upload was begun.</summary>
    public bool ObjectExisted { get; init; }

    /// <summary>Stores a part.</summary>
    /// <param name="part">The part.</param>
    /// <returns>The part that it replaced, or null.</returns>
    public StoredPart? Put(StoredPart part)
    {
        _parts.TryGetValue(part.Number, out StoredPart? displaced);
        _parts[part.Number] = part;
        return displaced;
    }

    /// <summary>Takes <see cref="Put"/> back.</summary>
    /// <param name="part">The part that was stored.</param>
    /// <param name="displaced">The part that it replaced, or null.</param>
    public void TakeBack(StoredPart part, StoredPart? displaced)
    {
        if (displaced is null) _parts.Remove(part.Number);
        else _parts[part.Number] = displaced;
    }

    /// <summary>The part of a number that is there.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The part, or null.</returns>
    public StoredPart? Find(int number) => _parts.GetValueOrDefault(number);

    /// <summary>The parts by ascending number.</summary>
    /// <returns>A list of its own.</returns>
    public IReadOnlyList<StoredPart> ToList() => [.. _parts.Values];

    /// <summary>Whether these parts are still the ones that the upload has under their numbers.</summary>
    /// <param name="parts">Parts of this upload.</param>
    /// <returns>False when one was replaced.</returns>
    public bool Holds(IReadOnlyList<StoredPart> parts)
    {
        foreach (StoredPart part in parts)
        {
            if (!_parts.TryGetValue(part.Number, out StoredPart? held) || !ReferenceEquals(held, part)) return false;
        }

        return true;
    }

    /// <summary>Lets the parts' bytes go; called once, after the upload left its bucket.</summary>
    public void ReleaseParts()
    {
        foreach (StoredPart part in _parts.Values) part.Blob.Release();
    }

    /// <summary>Checks the algorithm of the checksum that a part brings.</summary>
    /// <param name="claim">The claim's algorithm, or null.</param>
    /// <exception cref="Core.Errors.AwsException">The upload was begun with another one.</exception>
    public void CheckClaim(Checksums.ChecksumKind? claim)
    {
        if (!Checksum.IsDeclared || claim == Checksum.Kind) return;
        throw UploadErrors.ChecksumTypeMismatch(Name(Checksum.Kind), claim is { } kind ? Name(kind) : "null");
    }

    private static string Name(Checksums.ChecksumKind kind) => Checksums.ChecksumKinds.Name(kind).ToLowerInvariant();
}
