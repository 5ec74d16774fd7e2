using RustStack.Core.Cryptography;

namespace RustStack.S3.Checksums;

/// <summary>MD5, SHA-1 or SHA-256.</summary>
/// <param name="algorithm">Which.</param>
internal sealed class CryptographicHash(DigestAlgorithm algorithm) : StreamingHash
{
    private readonly MessageDigest _digest = MessageDigest.Create(algorithm);

    public override int LengthBytes => _digest.LengthBytes;

    public override void Append(ReadOnlySpan<byte> bytes) => _digest.Append(bytes);

    protected override void WriteValue(Span<byte> destination) => _digest.Finish(destination);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _digest.Dispose();
        base.Dispose(disposing);
    }
}
