namespace RustStack.S3.Protocol;

/// <summary>The most bytes that a document in a request's body may have.</summary>
internal static class BodyLimits
{
    /// <summary>Every document that is not listed below.</summary>
    public const int DefaultBytes = 1024 * 1024;

    /// <summary>A deletion of 1,000 keys of 1,024 bytes each, escaped, with version ids.</summary>
    public const int DeleteObjectsBytes = 8 * 1024 * 1024;

    /// <summary>CORS rules: S3's own limit (API reference, PutBucketCors).</summary>
    public const int PutBucketCorsBytes = 64 * 1024;

    /// <summary>A completion with 10,000 parts, each with its number, ETag and checksums.</summary>
    public const int CompleteMultipartUploadBytes = 8 * 1024 * 1024;
}
