using RustStack.S3.Checksums;
using RustStack.S3.Errors;
using RustStack.S3.Signing;

namespace RustStack.S3.Uploads;

/// <summary>How a body comes and what it must turn out to be, as the request's headers say.</summary>
internal sealed record UploadPlan
{
    /// <summary>The most that one upload may carry: 5 GiB.</summary>
    public const long MaxLengthBytes = 5L * 1024 * 1024 * 1024;

    private const string Md5Header = "Content-MD5";
    private const string DecodedLengthHeader = "x-amz-decoded-content-length";
    private const int Md5LengthBytes = 16;

    /// <summary>The payload's length, if it is known.</summary>
    public long? LengthBytes { get; init; }

    /// <summary>Whether the body is aws-chunked.</summary>
    public bool IsAwsChunked { get; init; }

    /// <summary>What the signatures of the chunks are verified with; null where they are not.</summary>
    public ChunkSeed? Chunks { get; init; }

    /// <summary>The MD5 that the payload must have.</summary>
    public byte[]? Md5 { get; init; }

    /// <summary>The SHA-256 that the payload must have.</summary>
    public byte[]? Sha256 { get; init; }

    /// <summary>What the request says of the payload's checksum.</summary>
    public ChecksumClaim? Claim { get; init; }

    /// <summary>The checksum that is computed to be kept; by default the claimed one, else CRC64NVME as S3 does.</summary>
    public ChecksumKind KeptChecksum { get; init; }

    /// <summary>Reads the plan of an upload.</summary>
    /// <param name="header">Gives a request header's value, or null.</param>
    /// <param name="caller">Who sends it; null where signatures are not verified.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="Core.Errors.AwsException">The headers contradict each other or have an unusable value.</exception>
    public static UploadPlan Read(Func<string, string?> header, Caller? caller)
    {
        UploadPlan plan = ReadDocument(header, caller, hasChecksum: true);
        return plan with { LengthBytes = ReadLength(header, plan.IsAwsChunked) };
    }

    /// <summary>Reads the plan of a document, whose length need not be stated.</summary>
    /// <param name="header">Gives a request header's value, or null.</param>
    /// <param name="caller">Who sends it; null where signatures are not verified.</param>
    /// <param name="hasChecksum">Whether checksum headers speak of the body; else they are passed over.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="Core.Errors.AwsException">The headers contradict each other or have an unusable value.</exception>
    public static UploadPlan ReadDocument(Func<string, string?> header, Caller? caller, bool hasChecksum)
    {
        var encoding = PayloadEncoding.Read(header);
        ChecksumClaim? claim = hasChecksum ? ChecksumClaim.Read(header, encoding.HasTrailers) : null;
        return new()
        {
            IsAwsChunked = encoding.IsAwsChunked,
            Chunks = encoding.IsSigned ? ChunkSeed.Of(caller, encoding.HasTrailers) : null,
            Md5 = ReadMd5(header),
            Sha256 = encoding.Sha256,
            Claim = claim,
            KeptChecksum = claim?.Kind ?? ChecksumKind.Crc64Nvme,
        };
    }

    private static byte[]? ReadMd5(Func<string, string?> header)
    {
        if (header(Md5Header) is not { } text) return null;
        byte[] md5 = new byte[Md5LengthBytes];
        Span<byte> decoded = stackalloc byte[Md5LengthBytes + 2];
        bool isMd5 = text.Length == 24 && Convert.TryFromBase64String(text, decoded, out int length) && length == Md5LengthBytes;
        if (!isMd5) throw UploadErrors.InvalidContentMd5(text);
        decoded[..Md5LengthBytes].CopyTo(md5);
        return md5;
    }

    private static long? ReadLength(Func<string, string?> header, bool isAwsChunked)
    {
        string? text = header(isAwsChunked ? DecodedLengthHeader : "Content-Length");
        if (text is null && !isAwsChunked && header("Transfer-Encoding") is not null) return null;
        if (!long.TryParse(text, System.Globalization.NumberStyles.None, null, out long length)) throw UploadErrors.MissingContentLength();
        if (length > MaxLengthBytes) throw UploadErrors.EntityTooLarge(length, MaxLengthBytes);
        return length;
    }
}
