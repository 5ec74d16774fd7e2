using RustStack.S3.Blobs;

namespace RustStack.S3.Objects;

/// <summary>Holds a version's bytes readable whatever happens to the object; disposing it lets go.</summary>
internal sealed class ObjectLease : IDisposable
{
    private Blob? _held;

    /// <summary>Takes hold. The caller holds the bucket's lock.</summary>
    /// <param name="version">The version; not a delete marker.</param>
    public ObjectLease(StoredObject version)
    {
        Version = version;
        _held = version.Blob!;
        _held.AddReference();
    }

    public StoredObject Version { get; }

    public Blob Blob => Version.Blob!;

    public void Dispose()
    {
        _held?.Release();
        _held = null;
    }
}
