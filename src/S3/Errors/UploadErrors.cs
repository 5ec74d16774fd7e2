using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with the body of an upload and with what its headers say of it.</summary>
internal static class UploadErrors
{
    public static AwsException BadChecksum(string algorithm) =>
        new("BadDigest", 400, $"The {algorithm} you specified did not match the calculated checksum.");

    public static AwsException BadContentMd5(byte[] expected, byte[] calculated) =>
        new AwsException("BadDigest", 400, "The Content-MD5 you specified did not match what we received.")
            .With("ExpectedDigest", Convert.ToBase64String(expected))
            .With("CalculatedDigest", Convert.ToBase64String(calculated));

    public static AwsException InvalidContentMd5(string value) =>
        new AwsException("InvalidDigest", 400, "The Content-MD5 you specified was invalid.").With("Content-MD5", value);

    public static AwsException ContentSha256Mismatch(byte[] expected, byte[] calculated) =>
        new AwsException("XAmzContentSHA256Mismatch", 400, "The provided 'x-amz-content-sha256' header does not match what was computed.")
            .With("ClientComputedContentSHA256", Convert.ToHexStringLower(expected))
            .With("S3ComputedContentSHA256", Convert.ToHexStringLower(calculated));

    public static AwsException InvalidContentSha256(string value) =>
        new AwsException(
            "InvalidArgument",
            400,
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
            + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, "
            + "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.")
            .With("ArgumentName", "x-amz-content-sha256")
            .With("ArgumentValue", value);

    public static AwsException InvalidHeaderValue(string header) => new("InvalidRequest", 400, $"Value for {header} header is invalid.");

    public static AwsException MultipleChecksums() =>
        new("InvalidRequest", 400, "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");

    public static AwsException AlgorithmWithoutChecksum() =>
        new(
            "InvalidRequest",
            400,
            "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");

    public static AwsException ChecksumTypeMismatch(string expected, string actual) =>
        new("InvalidRequest", 400, $"Checksum Type mismatch occurred, expected checksum Type: {expected}, actual checksum Type: {actual}");

    public static AwsException MissingContentLength() =>
        new("MissingContentLength", 411, "You must provide the Content-Length HTTP header.");

    public static AwsException LengthMismatch() =>
        new("IncompleteBody", 400, "You did not provide the number of bytes specified by the Content-Length HTTP header");

    public static AwsException IncompleteBody() => new("IncompleteBody", 400, "The request body terminated unexpectedly");

    public static AwsException MalformedTrailer() =>
        new(
            "MalformedTrailerError",
            400,
            "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    public static AwsException ChunkTooSmall(int chunk, long sizeBytes) =>
        new AwsException("InvalidChunkSizeError", 403, "Only the last chunk is allowed to have a size less than 8192 bytes")
            .With("Chunk", chunk.ToString(CultureInfo.InvariantCulture))
            .With("BadChunkSize", sizeBytes.ToString(CultureInfo.InvariantCulture));

    public static AwsException EntityTooLarge(long proposedBytes, long maxBytes) =>
        new AwsException("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size")
            .With("ProposedSize", proposedBytes.ToString(CultureInfo.InvariantCulture))
            .With("MaxSizeAllowed", maxBytes.ToString(CultureInfo.InvariantCulture));
}
