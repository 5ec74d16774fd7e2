using System.Security.Cryptography;

namespace RustStack.S3.Checksums;

/// <summary>MD5, SHA-1 or SHA-256.</summary>
/// <param name="algorithm">Which.</param>
internal sealed class CryptographicHash(HashAlgorithmName algorithm) : StreamingHash
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);

    public override int LengthBytes => _hash.HashLengthInBytes;

    public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    protected override void WriteValue(Span<byte> destination) => _hash.GetHashAndReset(destination);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _hash.Dispose();
        base.Dispose(disposing);
    }
}
