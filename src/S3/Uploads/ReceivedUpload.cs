using RustStack.S3.Blobs;
using RustStack.S3.Checksums;

namespace RustStack.S3.Uploads;

/// <summary>
/// A payload that has been stored and has passed every check. Disposing it lets go of the bytes, unless somebody took them.
/// </summary>
/// <param name="blob">The bytes, with one reference.</param>
/// <param name="digest">What they turned out to be.</param>
internal sealed class ReceivedUpload(Blob blob, PayloadDigest digest) : IDisposable
{
    private Blob? _owned = blob;

    /// <summary>The bytes.</summary>
    public Blob Blob { get; } = blob;

    /// <summary>The ETag that they have as one upload, without quotes.</summary>
    public string ETag { get; } = digest.ETag;

    /// <summary>The checksum to keep.</summary>
    public ObjectChecksum Checksum => digest.Checksum;

    /// <summary>The checksum to tell the client: the one that it stated, else the one that is kept.</summary>
    public ObjectChecksum AnsweredChecksum => digest.Answered;

    /// <summary>Hands the reference to what became of the upload: from now on disposing does nothing.</summary>
    public void Keep() => _owned = null;

    public void Dispose()
    {
        _owned?.Release();
        _owned = null;
    }
}
