using RustStack.S3.Blobs;
using RustStack.S3.Checksums;

namespace RustStack.S3.Objects;

/// <summary>
/// One version of an object, or a delete marker. Immutable.
/// </summary>
internal sealed class StoredObject
{
    public string VersionId { get; init; } = Objects.VersionId.Null;

    /// <summary>Its place in the order in which the bucket's versions were written; 0 as long as no bucket holds it.</summary>
    public long Order { get; init; }

    /// <summary>When it was written, in whole seconds as S3 tells it.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>The ETag without quotes; empty for a delete marker.</summary>
    public string ETag
    {
        get => Quoted[1..^1];
        init => Quoted = $"\"{value}\"";
    }

    /// <summary>The bytes; null for a delete marker. The bucket that holds this version holds one reference.</summary>
    public Blob? Blob { get; init; }

    public ObjectProperties Properties { get; init; } = new();

    public ObjectChecksum? Checksum { get; init; }

    /// <summary>The parts of an object that came by multipart upload, in order; else empty.</summary>
    public IReadOnlyList<ObjectPart> Parts { get; init; } = [];

    public bool IsDeleteMarker => Blob is null;

    public long SizeBytes => Blob?.LengthBytes ?? 0;

    /// <summary>The ETag as answers write it, in quotes.</summary>
    public string QuotedETag => Quoted;

    /// <summary>What is kept of the ETag: nearly every answer has it in quotes.</summary>
    private string Quoted { get; init; } = "\"\"";

    /// <summary>A delete marker.</summary>
    /// <param name="time">When it is written.</param>
    /// <returns>The marker, not placed yet.</returns>
    public static StoredObject Marker(DateTimeOffset time) => new() { LastModified = time };

    /// <summary>The same version at its place in a bucket.</summary>
    /// <param name="versionId">Its id.</param>
    /// <param name="order">Its place.</param>
    /// <returns>A new record of the version; the blob and its reference are shared with this one, which goes.</returns>
    public StoredObject At(string versionId, long order) => Copy(versionId, order, Properties, Blob);

    /// <summary>The same version with other properties: changing tags makes no new version.</summary>
    /// <param name="properties">The new properties.</param>
    /// <returns>A new record of the version; the blob and its reference are shared with this one, which goes.</returns>
    public StoredObject With(ObjectProperties properties) => Copy(VersionId, Order, properties, Blob);

    /// <summary>What is known of the version, to remember when it may be gone.</summary>
    /// <returns>A record that holds no bytes.</returns>
    public StoredObject WithoutBytes() => Copy(VersionId, Order, Properties, null);

    private StoredObject Copy(string versionId, long order, ObjectProperties properties, Blob? blob) => new()
    {
        VersionId = versionId,
        Order = order,
        LastModified = LastModified,
        Quoted = Quoted,
        Blob = blob,
        Properties = properties,
        Checksum = Checksum,
        Parts = Parts,
    };
}
