using RustStack.Codegen.Model;

namespace RustStack.Codegen.S3;

/// <summary>What S3 does and its model does not say.</summary>
internal static class Overrides
{
    /// <summary>What S3 writes in another order than the model has it: the names of the first elements.</summary>
    private static readonly Dictionary<string, string[]> LeadingElements = new(StringComparer.Ordinal)
    {
        ["ListBucketsOutput"] = ["Owner", "Buckets"],
        ["ListObjectsOutput"] = ["Name", "Prefix", "Marker", "NextMarker", "MaxKeys", "Delimiter", "EncodingType", "IsTruncated"],
        ["ListObjectsV2Output"] =
        [
            "Name", "Prefix", "StartAfter", "ContinuationToken", "NextContinuationToken", "KeyCount", "MaxKeys", "Delimiter",
            "EncodingType", "IsTruncated",
        ],
        ["ListObjectVersionsOutput"] =
        [
            "Name", "Prefix", "KeyMarker", "VersionIdMarker", "NextKeyMarker", "NextVersionIdMarker", "MaxKeys", "Delimiter",
            "EncodingType", "IsTruncated",
        ],
        ["ListMultipartUploadsOutput"] =
        [
            "Bucket", "KeyMarker", "UploadIdMarker", "NextKeyMarker", "NextUploadIdMarker", "Prefix", "Delimiter", "EncodingType",
            "MaxUploads", "IsTruncated",
        ],
        ["ListPartsOutput"] =
        [
            "Bucket", "Key", "UploadId", "Initiator", "Owner", "StorageClass", "PartNumberMarker", "NextPartNumberMarker", "MaxParts",
            "IsTruncated",
        ],
        ["Object"] = ["Key", "LastModified", "ETag"],
        ["ObjectVersion"] = ["Key", "VersionId", "IsLatest", "LastModified", "ETag"],
        ["DeleteMarkerEntry"] = ["Key", "VersionId", "IsLatest", "LastModified", "Owner"],
        ["MultipartUpload"] = ["Key", "UploadId", "Initiator", "Owner", "StorageClass"],
        ["CopyObjectResult"] = ["LastModified", "ETag"],
        ["CopyPartResult"] = ["LastModified", "ETag"],
        ["Owner"] = ["ID", "DisplayName"],
        ["Grantee"] = ["ID", "DisplayName", "EmailAddress", "URI"],
        ["GetBucketAclOutput"] = ["Owner", "Grants"],
        ["GetObjectAclOutput"] = ["Owner", "Grants"],
    };

    /// <summary>The bound of an operation's XML body, by the name of a constant of <c>BodyLimits</c>.</summary>
    public static string BodyLimit(string operation) => operation switch
    {
        "CompleteMultipartUpload" => "CompleteMultipartUploadBytes",
        "DeleteObjects" => "DeleteObjectsBytes",
        "PutBucketCors" => "PutBucketCorsBytes",
        _ => "DefaultBytes",
    };

    /// <summary>What is thrown at a document of a type that cannot be read, where S3 has an error of its own for it; else null.</summary>
    public static string? MalformedDocument(string type) => type == "AccessControlPolicy" ? "AccessErrors.Malformed()" : null;

    /// <summary>
    /// Whether a structure that S3 only reads is written all the same: what is configured on a bucket is kept in the XML of the API.
    /// </summary>
    public static bool IsKept(Shape shape) => shape.Name == "WebsiteConfiguration";

    /// <summary>A structure's members in the order in which S3 writes them.</summary>
    public static IReadOnlyList<Member> WrittenOrder(Shape shape)
    {
        if (!LeadingElements.TryGetValue(shape.Name, out string[]? leading)) return shape.Members;
        IEnumerable<Member> first = leading.Select(name => shape.Members.Single(member => member.Name == name));
        return [.. first, .. shape.Members.Where(member => !leading.Contains(member.Name))];
    }

    /// <summary>
    /// Whether the operation shares method, level and parameters with another, so that only the SDK's hint <c>x-id</c> tells them apart:
    /// ListDirectoryBuckets has an endpoint of its own at AWS.
    /// </summary>
    public static bool NeedsOperationHint(string operation) => operation == "ListDirectoryBuckets";

    /// <summary>Sub-resources that are looked for after all others, and before them (the listing of version 2).</summary>
    public static int Rank(string literal) => literal switch
    {
        "list-type" => 0,
        "uploads" or "versions" => 2,
        _ => 1,
    };

    /// <summary>Whether a literal of a route is a parameter of the operation, not the name of a sub-resource.</summary>
    public static bool IsParameter(string literal) => literal is "list-type" or "select-type" or "x-id";
}
