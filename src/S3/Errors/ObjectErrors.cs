using System.Globalization;
using System.Text;
using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with an object.</summary>
internal static class ObjectErrors
{
    public static AwsException NoSuchKey(ReadOnlySpan<byte> key) =>
        new AwsException("NoSuchKey", 404, "The specified key does not exist.").With("Key", Encoding.UTF8.GetString(key));

    public static AwsException InvalidRange(string requested, long sizeBytes) =>
        new AwsException("InvalidRange", 416, "The requested range is not satisfiable")
            .With("RangeRequested", requested)
            .With("ActualObjectSize", sizeBytes.ToString(CultureInfo.InvariantCulture));

    public static AwsException InvalidPartNumber(int requested, int parts) =>
        new AwsException("InvalidPartNumber", 416, "The requested partnumber is not satisfiable")
            .With("ActualPartCount", parts.ToString(CultureInfo.InvariantCulture))
            .With("PartNumberRequested", requested.ToString(CultureInfo.InvariantCulture));

    public static AwsException UnknownAttribute(string name) =>
        RequestErrors.InvalidArgument("Invalid attribute name specified.", "x-amz-object-attributes", name);

    public static AwsException OverridesOfNobody() =>
        RequestErrors.InvalidRequest("Request specific response headers cannot be used for anonymous GET requests.");

    public static AwsException RangeWithPartNumber() =>
        RequestErrors.InvalidRequest("Cannot specify both Range header and partNumber query parameter");

    public static AwsException InvalidObjectState(string storageClass) =>
        new AwsException("InvalidObjectState", 403, "The operation is not valid for the object's storage class")
            .With("StorageClass", storageClass);

    public static AwsException InvalidStorageClass(string storageClass) =>
        new AwsException("InvalidStorageClass", 400, "The storage class you specified is not valid")
            .With("StorageClassRequested", storageClass);

    public static AwsException MetadataTooLarge(int sizeBytes, int maxBytes) =>
        new AwsException("MetadataTooLarge", 400, "Your metadata headers exceed the maximum allowed metadata size")
            .With("Size", sizeBytes.ToString(CultureInfo.InvariantCulture))
            .With("MaxSizeAllowed", maxBytes.ToString(CultureInfo.InvariantCulture));

    public static AwsException InvalidRedirectLocation() =>
        new("InvalidRedirectLocation", 400, "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.");

    public static AwsException IllegalSelfCopy() =>
        RequestErrors.InvalidRequest(
            "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
            + "storage class, website redirect location or encryption attributes.");

    public static AwsException CopySourceTooLarge(long maxBytes) =>
        RequestErrors.InvalidRequest(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The specified copy source is larger than the maximum allowable size for a copy source: {maxBytes}"));

    public static AwsException InvalidCopySource(string value) => RequestErrors.InvalidArgument(
        "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", "x-amz-copy-source", value);
}
