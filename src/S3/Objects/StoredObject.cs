using RustStack.S3.Blobs;
using RustStack.S3.Checksums;

namespace RustStack.S3.Objects;

/// <summary>
/// One version of an object, or a delete marker. Immutable; the versions of a key are a chain from the newest to the oldest.
/// </summary>
internal sealed class StoredObject
{
    /// <summary>The version id of objects that were written while versioning was not enabled.</summary>
    public const string NullVersionId = "null";

    public string VersionId { get; init; } = NullVersionId;

    /// <summary>When it was written, in whole seconds as S3 tells it.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>The ETag without quotes; empty for a delete marker.</summary>
    public string ETag { get; init; } = "";

    /// <summary>The bytes; null for a delete marker. The bucket that holds this version holds one reference.</summary>
    public Blob? Blob { get; init; }

    public ObjectProperties Properties { get; init; } = new();

    public ObjectChecksum? Checksum { get; init; }

    /// <summary>The parts of an object that came by multipart upload, in order; else empty.</summary>
    public IReadOnlyList<ObjectPart> Parts { get; init; } = [];

    /// <summary>The next older version of the key.</summary>
    public StoredObject? Older { get; init; }

    public bool IsDeleteMarker => Blob is null;

    public long SizeBytes => Blob?.LengthBytes ?? 0;

    /// <summary>The ETag as answers write it, in quotes.</summary>
    public string QuotedETag => $"\"{ETag}\"";

    /// <summary>The version id as answers tell it: nothing of a version that was written without versioning.</summary>
    public string? AnsweredVersionId => VersionId == NullVersionId ? null : VersionId;

    /// <summary>The same version with another one below it.</summary>
    /// <param name="older">The next older version.</param>
    /// <returns>A new record of the version; the blob and its reference are shared with this one, which goes.</returns>
    public StoredObject Above(StoredObject? older) => ReferenceEquals(older, Older) ? this : Copy(Properties, Blob, older);

    /// <summary>The same version with other properties: changing tags makes no new version.</summary>
    /// <param name="properties">The new properties.</param>
    /// <returns>A new record of the version; the blob and its reference are shared with this one, which goes.</returns>
    public StoredObject With(ObjectProperties properties) => Copy(properties, Blob, Older);

    /// <summary>What is known of the version, to remember when it may be gone.</summary>
    /// <returns>A record that holds no bytes and no older version.</returns>
    public StoredObject WithoutBytes() => Copy(Properties, null, null);

    private StoredObject Copy(ObjectProperties properties, Blob? blob, StoredObject? older) => new()
    {
        VersionId = VersionId,
        LastModified = LastModified,
        ETag = ETag,
        Blob = blob,
        Properties = properties,
        Checksum = Checksum,
        Parts = Parts,
        Older = older,
    };
}
