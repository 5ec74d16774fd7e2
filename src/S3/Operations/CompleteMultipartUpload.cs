using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Encryption;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Operations;

/// <summary>CompleteMultipartUpload. Completing an upload again answers as the first time.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class CompleteMultipartUpload(BucketRegistry buckets) : CompleteMultipartUploadOperation
{
    protected override async ValueTask<CompleteMultipartUploadOutput> HandleAsync(
        CompleteMultipartUploadRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        byte[] key = ObjectKey.Parse(input.Key);
        var condition = WriteCondition.Parse(input.IfMatch, input.IfNoneMatch);
        var claim = ChecksumClaim.ReadHeaders(exchange.Header, isComposite: true);
        CustomerKey customerKey = ObjectHeaders.ReadCustomerKey(exchange);

        if (await bucket.Uploads.FindCompletedAsync(key, input.UploadId) is { } known) return Answer(known, bucket, exchange);
        PendingUpload upload = bucket.Uploads.Find(key, input.UploadId);
        if (customerKey.Md5 is not null) customerKey.CheckPart(upload.Properties.Encryption);
        if (input.ChecksumType is not null && input.ChecksumType != upload.Checksum.Type)
        {
            throw MultipartErrors.ChecksumTypeDiffers(upload.Checksum.Type);
        }

        List<RequestedPart> requested = ReadParts(input.MultipartUpload, upload.Checksum.Kind);
        condition = condition with { ObjectExisted = upload.ObjectExisted };
        StoredObject? version;
        do
        {
            IReadOnlyList<StoredPart> parts = PartSelection.Select(upload, bucket.Uploads.Parts(key, input.UploadId), requested);
            var completion = UploadCompletion.Create(upload, parts);
            CheckClaims(completion.Version, claim, input.MpuObjectSize);
            version = await bucket.Uploads.TryCompleteAsync(upload, completion, condition);
        }
        while (version is null);

        return Answer(version, bucket, exchange) with
        {
            Expiration = bucket.Configuration.Lifecycle?.ExpirationHeader(key, version),
        };
    }

    private static List<RequestedPart> ReadParts(CompletedMultipartUpload? document, ChecksumKind kind)
    {
        List<RequestedPart> parts = [];
        foreach (CompletedPart part in document?.Parts ?? [])
        {
            string? checksum = kind switch
            {
                ChecksumKind.Crc32 => part.ChecksumCRC32,
                ChecksumKind.Crc32C => part.ChecksumCRC32C,
                ChecksumKind.Crc64Nvme => part.ChecksumCRC64NVME,
                ChecksumKind.Sha1 => part.ChecksumSHA1,
                _ => part.ChecksumSHA256,
            };
            if (part.PartNumber is not { } number || part.ETag is not { } etag) throw RequestErrors.MalformedXml();
            parts.Add(new(number, etag, checksum));
        }

        return parts;
    }

    private static void CheckClaims(StoredObject version, ChecksumClaim? claim, long? sizeBytes)
    {
        if (sizeBytes is { } size && size != version.SizeBytes) throw MultipartErrors.SizeDiffers(size, version.SizeBytes);
        if (claim is null || claim.Kind != version.Checksum!.Kind) return;
        string calculated = version.Checksum.Value;
        bool matches = claim.Value == calculated || claim.Value == calculated.Split('-')[0];
        if (!matches) throw MultipartErrors.BadObjectChecksum(claim.Kind.Name());
    }

    private static CompleteMultipartUploadOutput Answer(StoredObject version, StoredBucket bucket, S3Exchange exchange)
    {
        string key = Uri.EscapeDataString(exchange.Key).Replace("%2F", "/", StringComparison.Ordinal);
        AppliedEncryption encryption = version.Properties.Encryption;
        return new()
        {
            Location = exchange.Target.IsVirtualHosted ? $"{exchange.BaseUrl}/{key}" : $"{exchange.BaseUrl}/{exchange.Bucket}/{key}",
            Bucket = exchange.Bucket,
            Key = exchange.Key,
            ETag = version.QuotedETag,
            VersionId = bucket.Configuration.Versioning.Answer(version),
            ChecksumCRC32 = version.Checksum.Crc32,
            ChecksumCRC32C = version.Checksum.Crc32C,
            ChecksumCRC64NVME = version.Checksum.Crc64Nvme,
            ChecksumSHA1 = version.Checksum.Sha1,
            ChecksumSHA256 = version.Checksum.Sha256,
            ChecksumType = version.Checksum?.Type,
            ServerSideEncryption = encryption.Algorithm,
            SSEKMSKeyId = encryption.KmsKeyId,
            BucketKeyEnabled = encryption.BucketKeyEnabled,
        };
    }
}
