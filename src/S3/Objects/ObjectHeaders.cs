using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Encryption;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Locking;
using RustStack.S3.Protocol;

namespace RustStack.S3.Objects;

/// <summary>
/// The headers by which PutObject, CopyObject and CreateMultipartUpload decide about an object: one reader, since the three have the same
/// ones.
/// </summary>
internal static class ObjectHeaders
{
    /// <summary>Reads the headers.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="bucket">The bucket that is written to.</param>
    /// <returns>What they decide.</returns>
    /// <exception cref="Core.Errors.AwsException">One of them is not valid, contradicts another or asks for what is not there.</exception>
    public static ObjectProperties Read(S3Exchange exchange, StoredBucket bucket)
    {
        return new()
        {
            Acl = ReadAcl(exchange, bucket),
            StorageClass = StorageClasses.Parse(exchange.Header("x-amz-storage-class")),
            Metadata = ReadMetadata(exchange),
            Tags = TagSets.ParseHeader(exchange.Header("x-amz-tagging")),
            Encryption = ReadEncryption(exchange, bucket.Configuration.Encryption),
            Lock = LockHeaders.Read(exchange, bucket),
            WebsiteRedirectLocation = CheckRedirect(exchange.Header("x-amz-website-redirect-location")),
        };
    }

    /// <summary>Reads the customer's key of a request.</summary>
    /// <param name="exchange">The request.</param>
    /// <returns>The key, or none.</returns>
    /// <exception cref="Core.Errors.AwsException">It is not complete or not valid.</exception>
    public static CustomerKey ReadCustomerKey(S3Exchange exchange) => CustomerKey.Parse(
        exchange.Header("x-amz-server-side-encryption-customer-algorithm"),
        exchange.Header("x-amz-server-side-encryption-customer-key"),
        exchange.Header("x-amz-server-side-encryption-customer-key-MD5"));

    private static AccessControlList? ReadAcl(S3Exchange exchange, StoredBucket bucket)
    {
        string account = exchange.Context.AccountId;
        BucketConfiguration configuration = bucket.Configuration;
        AccessControlList? acl = configuration.Acl.OfNewObject(AclRequest.Read(exchange), CanonicalUser.IdOf(account));
        string resource = $"{BucketArn.Of(bucket.Name)}/{exchange.Key}";
        if (acl is not null) PublicAccess.CheckAcl(configuration, acl, account, "s3:PutObject", resource);
        return acl;
    }

    private static ObjectMetadata ReadMetadata(S3Exchange exchange) => new()
    {
        CacheControl = exchange.Header("Cache-Control"),
        ContentDisposition = exchange.Header("Content-Disposition"),
        ContentEncoding = exchange.Header("Content-Encoding"),
        ContentLanguage = exchange.Header("Content-Language"),
        ContentType = exchange.Header("Content-Type") is { Length: > 0 } type ? type : ObjectMetadata.DefaultContentType,
        Expires = exchange.Header("Expires"),
        User = exchange.HeadersBelow("x-amz-meta-"),
    };

    private static AppliedEncryption ReadEncryption(S3Exchange exchange, ServerSideEncryptionRule? byDefault)
    {
        const string BucketKeyHeader = "x-amz-server-side-encryption-bucket-key-enabled";
        CustomerKey customerKey = ReadCustomerKey(exchange);
        BucketEncryption.CheckAllowed(byDefault, customerKey);
        EncryptionRequest request = new(
            exchange.Header("x-amz-server-side-encryption"),
            exchange.Header("x-amz-server-side-encryption-aws-kms-key-id"),
            exchange.Header("x-amz-server-side-encryption-context"),
            WireValue.Boolean(exchange.Header(BucketKeyHeader), BucketKeyHeader));
        if (customerKey.Md5 is null) request = BucketEncryption.Complete(byDefault, request);
        return request.Resolve(customerKey, exchange.Context);
    }

    private static string? CheckRedirect(string? location) =>
        location is null
        || location.StartsWith('/')
        || location.StartsWith("http://", StringComparison.Ordinal)
        || location.StartsWith("https://", StringComparison.Ordinal)
            ? location
            : throw ObjectErrors.InvalidRedirectLocation();
}
