using System.Buffers;
using RustStack.S3.Blobs;
using RustStack.S3.Checksums;

namespace RustStack.S3.Uploads;

/// <summary>Hashes bytes that are stored already, as a copy that shares them needs.</summary>
internal static class BlobDigest
{
    private const int BufferSizeBytes = 131_072;

    /// <summary>Reads a blob through and hashes it.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="kind">The checksum's algorithm.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What the bytes are.</returns>
    public static async Task<PayloadDigest> ComputeAsync(Blob blob, ChecksumKind kind, CancellationToken cancellationToken)
    {
        using var hashes = new PayloadHashes(new UploadPlan { KeptChecksum = kind });
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSizeBytes);
        try
        {
            await using Stream bytes = blob.Open();
            int read;
            while ((read = await bytes.ReadAsync(buffer, cancellationToken)) > 0) hashes.Append(buffer.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return hashes.Verify([]);
    }
}
