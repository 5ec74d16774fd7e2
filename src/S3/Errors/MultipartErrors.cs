using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with a multipart upload.</summary>
internal static class MultipartErrors
{
    public static AwsException NoSuchUpload(string uploadId) =>
        new AwsException(
            "NoSuchUpload",
            404,
            "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.")
            .With("UploadId", uploadId);

    public static AwsException InvalidPart(string uploadId, int partNumber, string etag) =>
        new AwsException(
            "InvalidPart",
            400,
            "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag "
            + "may not match the part's entity tag.")
            .With("UploadId", uploadId)
            .With("PartNumber", partNumber.ToString(CultureInfo.InvariantCulture))
            .With("ETag", etag);

    public static AwsException InvalidPartOrder(string uploadId) =>
        new AwsException(
            "InvalidPartOrder", 400, "The list of parts was not in ascending order. Parts must be ordered by part number.")
            .With("UploadId", uploadId);

    public static AwsException EntityTooSmall(string etag, int partNumber, long sizeBytes, long minBytes) =>
        new AwsException("EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size")
            .With("ETag", etag)
            .With("MinSizeAllowed", minBytes.ToString(CultureInfo.InvariantCulture))
            .With("PartNumber", partNumber.ToString(CultureInfo.InvariantCulture))
            .With("ProposedSize", sizeBytes.ToString(CultureInfo.InvariantCulture));

    public static AwsException NoCompositeChecksum(string algorithm) =>
        RequestErrors.InvalidRequest(
            $"The COMPOSITE checksum type cannot be used with the {algorithm.ToLowerInvariant()} checksum algorithm.");

    public static AwsException NoFullObjectChecksum(string algorithm) =>
        RequestErrors.InvalidRequest(
            $"The FULL_OBJECT checksum type cannot be used with the {algorithm.ToLowerInvariant()} checksum algorithm.");

    public static AwsException ChecksumTypeWithoutAlgorithm() =>
        RequestErrors.InvalidRequest("The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");

    public static AwsException UnsupportedChecksumAlgorithm() =>
        RequestErrors.InvalidRequest(
            "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, "
            + "SHA1, SHA256]");

    public static AwsException PartChecksumMissing(string algorithm, int partNumber) =>
        RequestErrors.InvalidRequest(string.Create(
            CultureInfo.InvariantCulture,
            $"The upload was created using a {algorithm.ToLowerInvariant()} checksum. The complete request must include the checksum "
            + $"for each part. It was missing for part {partNumber} in the request."));

    public static AwsException ChecksumTypeDiffers(string type) =>
        RequestErrors.InvalidRequest(
            $"The upload was created using the {type} checksum mode. The complete request must use the same checksum mode.");

    public static AwsException BadObjectChecksum(string algorithm) =>
        new("BadDigest", 400, $"The {algorithm.ToLowerInvariant()} you specified did not match the calculated checksum.");

    public static AwsException SizeDiffers(long stated, long computed) =>
        RequestErrors.InvalidRequest(string.Create(
            CultureInfo.InvariantCulture,
            $"The provided 'x-amz-mp-object-size' header value {stated} does not match what was computed: {computed}"));

    public static AwsException CopyRangeInvalid(string value) =>
        RequestErrors.InvalidArgument(
            "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets "
            + "of the first and last bytes to copy",
            "x-amz-copy-source-range",
            value);

    public static AwsException CopyRangeOutside(string value, long sizeBytes) =>
        RequestErrors.InvalidArgument(
            string.Create(CultureInfo.InvariantCulture, $"Range specified is not valid for source object of size: {sizeBytes}"),
            "x-amz-copy-source-range",
            value);
}
