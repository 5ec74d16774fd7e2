using System.Globalization;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Encryption;
using RustStack.S3.Generated;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>ListParts.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListParts(BucketRegistry buckets) : ListPartsOperation
{
    private const int MaxParts = 1000;
    private const string MarkerName = "part-number-marker";

    protected override ValueTask<ListPartsOutput> HandleAsync(
        ListPartsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        byte[] key = ObjectKey.Parse(input.Key);
        int maxParts = Math.Min(input.MaxParts ?? MaxParts, MaxParts);
        int marker = WireValue.Integer(input.PartNumberMarker, MarkerName) ?? 0;
        CustomerKey customerKey = ObjectHeaders.ReadCustomerKey(exchange);
        PendingUpload upload = bucket.Uploads.Find(key, input.UploadId);
        if (customerKey.Md5 is not null) customerKey.CheckPart(upload.Properties.Encryption);

        (DateTimeOffset Time, string RuleId)? abort = bucket.Configuration.Lifecycle?.AbortOf(key, upload.Initiated);
        StoredPart[] following = [.. bucket.Uploads.Parts(key, input.UploadId).Where(part => part.Number > marker)];
        StoredPart[] page = following.Length > maxParts ? following[..maxParts] : following;

        return ValueTask.FromResult(new ListPartsOutput
        {
            Bucket = bucket.Name,
            Key = input.Key,
            UploadId = upload.UploadId,
            AbortDate = abort?.Time,
            AbortRuleId = abort?.RuleId,
            Initiator = new() { ID = CanonicalUser.IdOf(upload.InitiatorAccountId) },
            Owner = new() { ID = CanonicalUser.IdOf(bucket.OwnerAccountId) },
            StorageClass = upload.Properties.StorageClass,
            PartNumberMarker = marker.ToString(CultureInfo.InvariantCulture),
            NextPartNumberMarker = (page.Length == 0 ? 0 : page[^1].Number).ToString(CultureInfo.InvariantCulture),
            MaxParts = maxParts,
            IsTruncated = page.Length < following.Length,
            Parts = Array.ConvertAll(page, Describe),
            ChecksumAlgorithm = upload.Checksum.IsDeclared ? upload.Checksum.Kind.Name() : null,
            ChecksumType = upload.Checksum.IsDeclared ? upload.Checksum.Type : null,
        });
    }

    private static Part Describe(StoredPart part) => new()
    {
        PartNumber = part.Number,
        LastModified = part.LastModified,
        ETag = part.QuotedETag,
        Size = part.SizeBytes,
        ChecksumCRC32 = part.Checksum.Crc32,
        ChecksumCRC32C = part.Checksum.Crc32C,
        ChecksumCRC64NVME = part.Checksum.Crc64Nvme,
        ChecksumSHA1 = part.Checksum.Sha1,
        ChecksumSHA256 = part.Checksum.Sha256,
    };
}
