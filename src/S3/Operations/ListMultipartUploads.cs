using System.Text;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Generated;
using RustStack.S3.Listing;
using RustStack.S3.Multipart;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>ListMultipartUploads.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListMultipartUploads(BucketRegistry buckets) : ListMultipartUploadsOperation
{
    private const int MaxUploads = 1000;

    protected override ValueTask<ListMultipartUploadsOutput> HandleAsync(
        ListMultipartUploadsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        var text = ListingText.Parse(input.EncodingType);
        var grouping = KeyGrouping.Parse(input.Prefix, input.Delimiter);
        int maxUploads = Math.Min(input.MaxUploads ?? MaxUploads, MaxUploads);
        byte[]? keyMarker = string.IsNullOrEmpty(input.KeyMarker) ? null : Encoding.UTF8.GetBytes(input.KeyMarker);
        string? uploadIdMarker = string.IsNullOrEmpty(input.UploadIdMarker) ? null : input.UploadIdMarker;

        UploadPage page = UploadLister.List(bucket.Uploads.Snapshot(), grouping, keyMarker, uploadIdMarker, maxUploads);

        return ValueTask.FromResult(new ListMultipartUploadsOutput
        {
            Bucket = bucket.Name,
            KeyMarker = text.Of(input.KeyMarker ?? ""),
            UploadIdMarker = input.UploadIdMarker ?? "",
            NextKeyMarker = page.Last is null ? null : text.Of(page.Last),
            NextUploadIdMarker = page.LastUploadId,
            Prefix = text.Of(input.Prefix ?? ""),
            Delimiter = string.IsNullOrEmpty(input.Delimiter) ? null : text.Of(input.Delimiter),
            EncodingType = text.EncodingType,
            MaxUploads = maxUploads,
            IsTruncated = page.IsTruncated,
            Uploads = [.. page.Uploads.Select(upload => Describe(upload, bucket, text))],
            CommonPrefixes = ListedObject.DescribeAll(page.CommonPrefixes, text),
        });
    }

    private static MultipartUpload Describe(PendingUpload upload, StoredBucket bucket, ListingText text) => new()
    {
        Key = text.Of(upload.Key),
        UploadId = upload.UploadId,
        Initiator = new() { ID = CanonicalUser.IdOf(upload.InitiatorAccountId) },
        Owner = new() { ID = CanonicalUser.IdOf(bucket.OwnerAccountId) },
        StorageClass = upload.Properties.StorageClass,
        Initiated = upload.Initiated,
        ChecksumAlgorithm = upload.Checksum.IsDeclared ? upload.Checksum.Kind.Name() : null,
        ChecksumType = upload.Checksum.IsDeclared ? upload.Checksum.Type : null,
    };
}
