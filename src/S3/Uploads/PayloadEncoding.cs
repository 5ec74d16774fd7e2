using RustStack.S3.Errors;

namespace RustStack.S3.Uploads;

/// <summary>What <c>x-amz-content-sha256</c> says of a body.</summary>
/// <param name="IsAwsChunked">Whether it is aws-chunked.</param>
/// <param name="HasTrailers">Whether trailing headers are announced.</param>
/// <param name="IsSigned">Whether each chunk, and what trails them, has a signature.</param>
/// <param name="Sha256">The payload's SHA-256, if it is given.</param>
internal readonly record struct PayloadEncoding(bool IsAwsChunked, bool HasTrailers, bool IsSigned, byte[]? Sha256)
{
    private const string Header = "x-amz-content-sha256";
    private const int Sha256Digits = 64;

    /// <summary>Reads the header.</summary>
    /// <param name="header">Gives a request header's value, or null.</param>
    /// <returns>What it says; a request without it has a plain body.</returns>
    /// <exception cref="Core.Errors.AwsException">The value is not one of S3's, or one of an asymmetric signature.</exception>
    public static PayloadEncoding Read(Func<string, string?> header)
    {
        string? value = header(Header);
        switch (value)
        {
            case null or "UNSIGNED-PAYLOAD":
                return default;
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
                return new(true, false, true, null);
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
                return new(true, true, true, null);
            case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
                return new(true, true, false, null);
            case "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD" or "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER":
                throw RequestErrors.HeaderNotImplemented(Header, $"{value} is not supported");
            default:
                byte[] digest = new byte[Sha256Digits / 2];
                bool isDigest = value.Length == Sha256Digits
                    && Convert.FromHexString(value, digest, out _, out _) == System.Buffers.OperationStatus.Done;
                return isDigest ? new(false, false, false, digest) : throw UploadErrors.InvalidContentSha256(value);
        }
    }
}
