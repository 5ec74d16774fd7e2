using RustStack.Core.Errors;
using RustStack.S3.Errors;
using RustStack.S3.Protocol;

namespace RustStack.S3.Objects;

/// <summary>An object that a request names, or one version of it.</summary>
/// <param name="Key">The key.</param>
/// <param name="VersionId">The version; null for the newest.</param>
/// <param name="Method">The HTTP method of the request; null for the source of a copy.</param>
internal readonly record struct ObjectReference(byte[] Key, string? VersionId, string? Method)
{
    /// <summary>Reads what a request names.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="versionId">Its parameter <c>versionId</c>.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="AwsException">The key is too long or the version id is none.</exception>
    public static ObjectReference Parse(S3Exchange exchange, string? versionId) =>
        new(ObjectKey.Parse(exchange.Key), Objects.VersionId.Check(versionId), exchange.Method);

    /// <summary>The error that answers what was found, when that is no object.</summary>
    /// <param name="found">The version that was found: null or a delete marker.</param>
    /// <returns>The error.</returns>
    public AwsException Absent(StoredObject? found)
    {
        if (found is null) return VersionId is null ? ObjectErrors.NoSuchKey(Key) : VersionErrors.NoSuchVersion(Key, VersionId);
        if (VersionId is null) return VersionErrors.IsDeleted(Key, found.VersionId);
        return Method is null ? VersionErrors.CopyOfMarker() : VersionErrors.IsMarker(Method, found.VersionId, found.LastModified);
    }
}
