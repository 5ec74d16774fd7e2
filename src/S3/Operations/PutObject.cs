using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Encryption;
using RustStack.S3.Generated;
using RustStack.S3.Locking;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Operations;

/// <summary>PutObject. The object appears when its bytes are stored and every check has passed.</summary>
/// <param name="buckets">The buckets.</param>
/// <param name="receiver">Takes the body in.</param>
internal sealed class PutObject(BucketRegistry buckets, UploadReceiver receiver) : PutObjectOperation
{
    protected override async ValueTask<PutObjectOutput> HandleAsync(
        PutObjectRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        exchange.Refuse("x-amz-write-offset-bytes");
        byte[] key = ObjectKey.Parse(input.Key);
        var condition = WriteCondition.Parse(input.IfMatch, input.IfNoneMatch);
        ObjectProperties properties = ObjectHeaders.Read(exchange, bucket);
        LockHeaders.CheckDigest(exchange, properties.Lock, "Put Object");
        var plan = UploadPlan.Read(exchange.Header, exchange.Caller);

        if (condition.IsAny) condition = condition with { ObjectExisted = bucket.HasObject(key) };
        using ReceivedUpload upload = await receiver.ReceiveAsync(exchange.RawBody, plan, cancellationToken);
        StoredObject version = await bucket.PutAsync(key, Describe(upload, properties, exchange), condition);
        upload.Keep();

        AppliedEncryption encryption = properties.Encryption;
        return new()
        {
            ETag = version.QuotedETag,
            VersionId = bucket.Configuration.Versioning.Answer(version),
            Expiration = bucket.Configuration.Lifecycle?.ExpirationHeader(key, version),
            ChecksumCRC32 = upload.Checksum.Crc32,
            ChecksumCRC32C = upload.Checksum.Crc32C,
            ChecksumCRC64NVME = upload.Checksum.Crc64Nvme,
            ChecksumSHA1 = upload.Checksum.Sha1,
            ChecksumSHA256 = upload.Checksum.Sha256,
            ChecksumType = upload.Checksum.Type,
            ServerSideEncryption = encryption.Algorithm,
            SSECustomerAlgorithm = encryption.CustomerAlgorithm,
            SSECustomerKeyMD5 = encryption.CustomerKeyMd5,
            SSEKMSKeyId = encryption.KmsKeyId,
            SSEKMSEncryptionContext = encryption.KmsContext,
            BucketKeyEnabled = encryption.BucketKeyEnabled,
        };
    }

    private static StoredObject Describe(ReceivedUpload upload, ObjectProperties properties, S3Exchange exchange) => new()
    {
        LastModified = ObjectTime.Of(exchange.Context),
        ETag = upload.ETag,
        Blob = upload.Blob,
        Checksum = upload.Checksum,
        Properties = properties,
    };
}
