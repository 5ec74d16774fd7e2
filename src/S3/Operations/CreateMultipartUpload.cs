using System.Globalization;
using RustStack.Core.Ids;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Encryption;
using RustStack.S3.Generated;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>CreateMultipartUpload.</summary>
/// <param name="buckets">The buckets.</param>
/// <param name="ids">Gives upload ids their random part.</param>
internal sealed class CreateMultipartUpload(BucketRegistry buckets, IdSource ids) : CreateMultipartUploadOperation
{
    private const int RandomBytes = 32;

    protected override async ValueTask<CreateMultipartUploadOutput> HandleAsync(
        CreateMultipartUploadRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        byte[] key = ObjectKey.Parse(input.Key);
        var checksum = UploadChecksum.Parse(input.ChecksumAlgorithm, input.ChecksumType);
        ObjectProperties properties = ObjectHeaders.Read(exchange, bucket);

        PendingUpload upload = new(
            key, NewId(exchange.Context.Time), ObjectTime.Of(exchange.Context), exchange.Context.AccountId, properties, checksum)
        {
            ObjectExisted = bucket.HasObject(key),
        };
        await bucket.Uploads.BeginAsync(upload);

        (DateTimeOffset Time, string RuleId)? abort = bucket.Configuration.Lifecycle?.AbortOf(key, upload.Initiated);
        AppliedEncryption encryption = properties.Encryption;
        return new CreateMultipartUploadOutput
        {
            Bucket = bucket.Name,
            Key = input.Key,
            UploadId = upload.UploadId,
            AbortDate = abort?.Time,
            AbortRuleId = abort?.RuleId,
            ServerSideEncryption = encryption.Algorithm,
            SSECustomerAlgorithm = encryption.CustomerAlgorithm,
            SSECustomerKeyMD5 = encryption.CustomerKeyMd5,
            SSEKMSKeyId = encryption.KmsKeyId,
            SSEKMSEncryptionContext = encryption.KmsContext,
            BucketKeyEnabled = encryption.BucketKeyEnabled,
            ChecksumAlgorithm = checksum.IsDeclared ? checksum.Kind.Name() : null,
            ChecksumType = checksum.IsDeclared ? checksum.Type : null,
        };
    }

    /// <summary>Ids grow with time, so that the uploads of a key are listed in the order in which they were begun.</summary>
    private string NewId(DateTimeOffset time) =>
        time.UtcTicks.ToString("x16", CultureInfo.InvariantCulture) + ids.NewHex(RandomBytes);
}
