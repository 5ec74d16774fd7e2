using RustStack.S3.Blobs;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Encryption;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Operations;

/// <summary>CopyObject. The copy shares the source's bytes; they are read only when a digest of them is not known yet.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class CopyObject(BucketRegistry buckets) : CopyObjectOperation
{
    protected override async ValueTask<CopyObjectOutput> HandleAsync(
        CopyObjectRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        var source = CopySource.Parse(input.CopySource);
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        byte[] key = ObjectKey.Parse(input.Key);
        var condition = WriteCondition.Parse(input.IfMatch, input.IfNoneMatch);
        bool replacesMetadata = CopyDirective.IsReplace(input.MetadataDirective, "metadata");
        bool replacesTags = CopyDirective.IsReplace(input.TaggingDirective, "tagging");
        ChecksumKind? kind = ParseAlgorithm(input.ChecksumAlgorithm);
        ObjectProperties properties = ObjectHeaders.Read(exchange, bucket);

        if (condition.IsAny) condition = condition with { ObjectExisted = bucket.HasObject(key) };
        using ObjectLease lease = CopySourceReader.Lease(buckets, source, input.ExpectedSourceBucketOwner, exchange);
        bool changes = replacesMetadata
            || input.StorageClass is not null
            || input.WebsiteRedirectLocation is not null
            || input.ServerSideEncryption is not null
            || input.SSECustomerAlgorithm is not null
            || bucket.Configuration.Encryption is not null;
        bool isSelf = source.Bucket == input.Bucket && source.Key == input.Key && source.VersionId is null;
        if (isSelf && !changes) throw ObjectErrors.IllegalSelfCopy();
        StoredObject original = lease.Version;
        if (!replacesMetadata) properties = properties with { Metadata = original.Properties.Metadata };
        if (!replacesTags) properties = properties with { Tags = original.Properties.Tags };
        StoredObject copy = await DescribeAsync(original, properties, kind, exchange, cancellationToken);
        copy = await PutAsync(bucket, key, copy, condition);

        return Answer(copy) with
        {
            VersionId = bucket.Configuration.Versioning.Answer(copy),
            Expiration = bucket.Configuration.Lifecycle?.ExpirationHeader(key, copy),
            CopySourceVersionId = lease.AnsweredVersionId,
        };
    }

    private static ChecksumKind? ParseAlgorithm(string? algorithm) =>
        algorithm is null ? null : ChecksumKinds.Parse(algorithm) ?? throw MultipartErrors.UnsupportedChecksumAlgorithm();

    private static async ValueTask<StoredObject> DescribeAsync(
        StoredObject original, ObjectProperties properties, ChecksumKind? kind, S3Exchange exchange, CancellationToken cancellationToken)
    {
        ChecksumKind wanted = kind ?? original.Checksum?.Kind ?? ChecksumKind.Crc64Nvme;
        (string etag, ObjectChecksum? checksum) = (original.ETag, original.Checksum);
        bool isKnown = original.Parts.Count == 0 && checksum is { IsComposite: false } && checksum.Kind == wanted;
        if (!isKnown)
        {
            PayloadDigest digest = await BlobDigest.ComputeAsync(original.Blob!, wanted, cancellationToken);
            (etag, checksum) = (digest.ETag, digest.Checksum);
        }

        return new()
        {
            LastModified = ObjectTime.Of(exchange.Context),
            ETag = etag,
            Blob = original.Blob,
            Checksum = checksum,
            Properties = properties,
        };
    }

    private static async ValueTask<StoredObject> PutAsync(StoredBucket bucket, byte[] key, StoredObject copy, WriteCondition condition)
    {
        Blob blob = copy.Blob!;
        blob.AddReference();
        try
        {
            return await bucket.PutAsync(key, copy, condition);
        }
        catch
        {
            blob.Release();
            throw;
        }
    }

    private static CopyObjectOutput Answer(StoredObject copy)
    {
        AppliedEncryption encryption = copy.Properties.Encryption;
        return new()
        {
            CopyObjectResult = new()
            {
                ETag = copy.QuotedETag,
                LastModified = copy.LastModified,
                ChecksumType = copy.Checksum?.Type,
                ChecksumCRC32 = copy.Checksum.Crc32,
                ChecksumCRC32C = copy.Checksum.Crc32C,
                ChecksumCRC64NVME = copy.Checksum.Crc64Nvme,
                ChecksumSHA1 = copy.Checksum.Sha1,
                ChecksumSHA256 = copy.Checksum.Sha256,
            },
            ServerSideEncryption = encryption.Algorithm,
            SSECustomerAlgorithm = encryption.CustomerAlgorithm,
            SSECustomerKeyMD5 = encryption.CustomerKeyMd5,
            SSEKMSKeyId = encryption.KmsKeyId,
            SSEKMSEncryptionContext = encryption.KmsContext,
            BucketKeyEnabled = encryption.BucketKeyEnabled,
        };
    }
}
