using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Operations;

/// <summary>UploadPartCopy: a part from an object or a range of it.</summary>
/// <param name="buckets">The buckets.</param>
/// <param name="receiver">Stores the part.</param>
internal sealed class UploadPartCopy(BucketRegistry buckets, UploadReceiver receiver) : UploadPartCopyOperation
{
    protected override async ValueTask<UploadPartCopyOutput> HandleAsync(
        UploadPartCopyRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        var source = CopySource.Parse(input.CopySource);
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        byte[] key = ObjectKey.Parse(input.Key);
        PendingUpload pending = bucket.Uploads.Find(key, input.UploadId);
        ObjectHeaders.ReadCustomerKey(exchange).CheckPart(pending.Properties.Encryption);

        using ObjectLease lease = CopySourceReader.Lease(buckets, source, input.ExpectedSourceBucketOwner, exchange);
        ByteRange range = ReadRange(input.CopySourceRange, lease.Version);
        UploadPlan plan = new() { LengthBytes = range.LengthBytes, KeptChecksum = pending.Checksum.Kind };
        await using Stream bytes = lease.Blob.Open(range.Offset, range.LengthBytes);
        using ReceivedUpload upload = await receiver.ReceiveAsync(bytes, plan, cancellationToken);
        StoredPart part = new(input.PartNumber!.Value, upload.ETag, ObjectTime.Of(exchange.Context), upload.Blob, upload.Checksum);
        await bucket.Uploads.PutPartAsync(key, input.UploadId, part);
        upload.Keep();

        return Answer(part, pending, lease);
    }

    private static ByteRange ReadRange(string? header, StoredObject source)
    {
        ByteRange range = header is null ? new(0, source.SizeBytes) : ByteRange.ParseCopy(header, source.SizeBytes);
        return range.LengthBytes <= UploadPlan.MaxLengthBytes ? range : throw ObjectErrors.CopySourceTooLarge(UploadPlan.MaxLengthBytes);
    }

    private static UploadPartCopyOutput Answer(StoredPart part, PendingUpload pending, ObjectLease source) => new()
    {
        CopySourceVersionId = source.AnsweredVersionId,
        CopyPartResult = new()
        {
            ETag = part.QuotedETag,
            LastModified = part.LastModified,
            ChecksumCRC32 = part.Checksum.Crc32,
            ChecksumCRC32C = part.Checksum.Crc32C,
            ChecksumCRC64NVME = part.Checksum.Crc64Nvme,
            ChecksumSHA1 = part.Checksum.Sha1,
            ChecksumSHA256 = part.Checksum.Sha256,
        },
        ServerSideEncryption = pending.Properties.Encryption.Algorithm,
        SSECustomerAlgorithm = pending.Properties.Encryption.CustomerAlgorithm,
        SSECustomerKeyMD5 = pending.Properties.Encryption.CustomerKeyMd5,
        SSEKMSKeyId = pending.Properties.Encryption.KmsKeyId,
        BucketKeyEnabled = pending.Properties.Encryption.BucketKeyEnabled,
    };
}
