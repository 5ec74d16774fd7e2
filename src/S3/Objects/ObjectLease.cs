using RustStack.S3.Blobs;

namespace RustStack.S3.Objects;

/// <summary>Holds a version's bytes readable whatever happens to the object; disposing it lets go.</summary>
internal sealed class ObjectLease : IDisposable
{
    private Blob? _held;

    /// <summary>Takes hold. The caller holds the bucket's lock.</summary>
    /// <param name="version">The version; not a delete marker.</param>
    /// <param name="answeredVersionId">The version's id as answers tell it, or null.</param>
    public ObjectLease(StoredObject version, string? answeredVersionId)
    {
        Version = version;
        AnsweredVersionId = answeredVersionId;
        _held = version.Blob!;
        _held.AddReference();
    }

    public StoredObject Version { get; }

    /// <summary>The version's id as answers tell it: nothing as long as versioning was never configured.</summary>
    public string? AnsweredVersionId { get; }

    public Blob Blob => Version.Blob!;

    public void Dispose()
    {
        _held?.Release();
        _held = null;
    }
}
