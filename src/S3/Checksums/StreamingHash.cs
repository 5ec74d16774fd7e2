using RustStack.Core.Cryptography;

namespace RustStack.S3.Checksums;

/// <summary>A hash that is fed as bytes come.</summary>
internal abstract class StreamingHash : IDisposable
{
    /// <summary>How many bytes a value has.</summary>
    public abstract int LengthBytes { get; }

    /// <summary>Starts a checksum of the S3 model.</summary>
    /// <param name="kind">The algorithm.</param>
    /// <returns>A hash of nothing yet.</returns>
    public static StreamingHash Create(ChecksumKind kind) => kind switch
    {
        ChecksumKind.Crc32 => new Crc32Hash(),
        ChecksumKind.Crc32C => new Crc32CHash(),
        ChecksumKind.Crc64Nvme => new Crc64NvmeHash(),
        ChecksumKind.Sha1 => new CryptographicHash(DigestAlgorithm.Sha1),
        _ => CreateSha256(),
    };

    /// <summary>Starts an MD5, as ETags and Content-MD5 have it.</summary>
    /// <returns>A hash of nothing yet.</returns>
    public static StreamingHash CreateMd5() => new CryptographicHash(DigestAlgorithm.Md5);

    /// <summary>Starts a SHA-256, as x-amz-content-sha256 has it.</summary>
    /// <returns>A hash of nothing yet.</returns>
    public static StreamingHash CreateSha256() => new CryptographicHash(DigestAlgorithm.Sha256);

    /// <summary>Feeds bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Gives the value of all bytes so far, most significant byte first; call it once.</summary>
    /// <returns>A new array of <see cref="LengthBytes"/> bytes.</returns>
    public byte[] Finish()
    {
        byte[] value = new byte[LengthBytes];
        WriteValue(value);
        return value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the value into exactly as many bytes as it has.</summary>
    protected abstract void WriteValue(Span<byte> destination);

    /// <summary>Gives up what the hash holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
