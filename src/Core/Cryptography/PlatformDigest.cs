using System.Security.Cryptography;

namespace RustStack.Core.Cryptography;

/// <summary>A hash by .NET's own functions, where the runtime brings what they call: `dotnet run`, tests, other platforms.</summary>
/// <param name="algorithm">The algorithm.</param>
internal sealed class PlatformDigest(DigestAlgorithm algorithm) : MessageDigest
{
#pragma warning disable RS0030 // This is the place that the ban points to.
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm switch
    {
        DigestAlgorithm.Md5 => HashAlgorithmName.MD5,
        DigestAlgorithm.Sha1 => HashAlgorithmName.SHA1,
        _ => HashAlgorithmName.SHA256,
    });

    public override int LengthBytes => _hash.HashLengthInBytes;

    public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public override void Finish(Span<byte> destination) => _hash.GetHashAndReset(destination);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _hash.Dispose();
        base.Dispose(disposing);
    }
#pragma warning restore RS0030
}
