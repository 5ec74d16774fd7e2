using System.Globalization;
using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Encryption;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Locking;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetObject. The body is read from the version that was found, whatever happens to the object meanwhile.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetObject(BucketRegistry buckets) : GetObjectOperation
{
    protected override ValueTask<GetObjectOutput> HandleAsync(
        GetObjectRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        CustomerKey customerKey = ObjectHeaders.ReadCustomerKey(exchange);

        using ObjectLease lease = MissingKey.Lease(bucket, ObjectReference.Parse(exchange, input.VersionId), exchange);
        if (StorageClasses.IsArchived(lease.Version.Properties.StorageClass))
        {
            throw ObjectErrors.InvalidObjectState(lease.Version.Properties.StorageClass);
        }

        ReadCondition condition = new(input.IfMatch, input.IfNoneMatch, input.IfModifiedSince, input.IfUnmodifiedSince);
        ObjectReading reading = ObjectReading.Begin(lease.Version, customerKey, condition, input.Range, input.PartNumber, exchange);
        string? expiration = input.VersionId is null
            ? bucket.Configuration.Lifecycle?.ExpirationHeader(ObjectKey.Parse(input.Key), lease.Version)
            : null;
        return ValueTask.FromResult(Describe(input, reading, lease, expiration));
    }

    private static GetObjectOutput Describe(GetObjectRequest input, ObjectReading reading, ObjectLease lease, string? expiration)
    {
        StoredObject version = reading.Version;
        ObjectProperties properties = version.Properties;
        ObjectMetadata metadata = properties.Metadata;
        ObjectChecksum? checksum = reading.Checksum(input.ChecksumMode);
        return new()
        {
            Body = lease.Blob.Open(reading.Range.Offset, reading.Range.LengthBytes),
            Expiration = expiration,
            AcceptRanges = "bytes",
            LastModified = version.LastModified,
            ContentLength = reading.Range.LengthBytes,
            ContentRange = reading.ContentRange,
            ETag = version.QuotedETag,
            ChecksumCRC32 = checksum.Crc32,
            ChecksumCRC32C = checksum.Crc32C,
            ChecksumCRC64NVME = checksum.Crc64Nvme,
            ChecksumSHA1 = checksum.Sha1,
            ChecksumSHA256 = checksum.Sha256,
            ChecksumType = checksum?.Type,
            CacheControl = input.ResponseCacheControl ?? metadata.CacheControl,
            ContentDisposition = input.ResponseContentDisposition ?? metadata.ContentDisposition,
            ContentEncoding = input.ResponseContentEncoding ?? metadata.ContentEncoding,
            ContentLanguage = input.ResponseContentLanguage ?? metadata.ContentLanguage,
            ContentType = input.ResponseContentType ?? metadata.ContentType,
            Expires = input.ResponseExpires?.ToString("r", CultureInfo.InvariantCulture) ?? metadata.Expires,
            VersionId = lease.AnsweredVersionId,
            Metadata = metadata.User,
            WebsiteRedirectLocation = properties.WebsiteRedirectLocation,
            ServerSideEncryption = properties.Encryption.Algorithm,
            SSECustomerAlgorithm = properties.Encryption.CustomerAlgorithm,
            SSECustomerKeyMD5 = properties.Encryption.CustomerKeyMd5,
            SSEKMSKeyId = properties.Encryption.KmsKeyId,
            BucketKeyEnabled = properties.Encryption.BucketKeyEnabled,
            StorageClass = StorageClasses.Header(properties.StorageClass),
            PartsCount = reading.PartsCount,
            ObjectLockMode = properties.Lock.Retention?.Mode.Name,
            ObjectLockRetainUntilDate = properties.Lock.Retention?.Until,
            ObjectLockLegalHoldStatus = properties.Lock.LegalHoldStatus,
            TagCount = properties.Tags.Count > 0 ? properties.Tags.Count : null,
        };
    }
}
