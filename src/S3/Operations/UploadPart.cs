using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Generated;
using RustStack.S3.Locking;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Operations;

/// <summary>UploadPart. A part that comes in while its upload is aborted leaves nothing.</summary>
/// <param name="buckets">The buckets.</param>
/// <param name="receiver">Takes the body in.</param>
internal sealed class UploadPart(BucketRegistry buckets, UploadReceiver receiver) : UploadPartOperation
{
    protected override async ValueTask<UploadPartOutput> HandleAsync(
        UploadPartRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        byte[] key = ObjectKey.Parse(input.Key);
        PendingUpload pending = bucket.Uploads.Find(key, input.UploadId);
        ObjectHeaders.ReadCustomerKey(exchange).CheckPart(pending.Properties.Encryption);
        LockHeaders.CheckDigest(exchange, pending.Properties.Lock, "Put Part");
        var plan = UploadPlan.Read(exchange.Header, exchange.Caller);
        pending.CheckClaim(plan.Claim?.Kind);

        using ReceivedUpload upload = await receiver.ReceiveAsync(
            exchange.RawBody, plan with { KeptChecksum = pending.Checksum.Kind }, cancellationToken);
        StoredPart part = new(input.PartNumber!.Value, upload.ETag, ObjectTime.Of(exchange.Context), upload.Blob, upload.Checksum);
        await bucket.Uploads.PutPartAsync(key, input.UploadId, part);
        upload.Keep();

        return new()
        {
            ETag = part.QuotedETag,
            ChecksumCRC32 = upload.AnsweredChecksum.Crc32,
            ChecksumCRC32C = upload.AnsweredChecksum.Crc32C,
            ChecksumCRC64NVME = upload.AnsweredChecksum.Crc64Nvme,
            ChecksumSHA1 = upload.AnsweredChecksum.Sha1,
            ChecksumSHA256 = upload.AnsweredChecksum.Sha256,
            ServerSideEncryption = pending.Properties.Encryption.Algorithm,
            SSECustomerAlgorithm = pending.Properties.Encryption.CustomerAlgorithm,
            SSECustomerKeyMD5 = pending.Properties.Encryption.CustomerKeyMd5,
            SSEKMSKeyId = pending.Properties.Encryption.KmsKeyId,
            BucketKeyEnabled = pending.Properties.Encryption.BucketKeyEnabled,
        };
    }
}
