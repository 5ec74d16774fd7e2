using System.Globalization;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetObjectAttributes: what is asked for of an object, without its bytes.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetObjectAttributes(BucketRegistry buckets) : GetObjectAttributesOperation
{
    private const int MaxParts = 1000;
    private const string MarkerName = "x-amz-part-number-marker";
    private const string ETagName = "ETag";
    private const string ChecksumName = "Checksum";
    private const string PartsName = "ObjectParts";
    private const string StorageClassName = "StorageClass";
    private const string SizeName = "ObjectSize";

    protected override ValueTask<GetObjectAttributesOutput> HandleAsync(
        GetObjectAttributesRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        IReadOnlyList<string> names = Check(input.ObjectAttributes);
        int maxParts = Math.Min(input.MaxParts ?? MaxParts, MaxParts);
        int marker = WireValue.Integer(input.PartNumberMarker, MarkerName) ?? 0;

        using ObjectLease lease = bucket.Lease(ObjectReference.Parse(exchange, input.VersionId));
        StoredObject version = lease.Version;
        ObjectHeaders.ReadCustomerKey(exchange).CheckRead(version.Properties.Encryption);

        return ValueTask.FromResult(new GetObjectAttributesOutput
        {
            LastModified = version.LastModified,
            VersionId = lease.AnsweredVersionId,
            ETag = names.Contains(ETagName) ? version.ETag : null,
            Checksum = names.Contains(ChecksumName) ? Describe(version.Checksum) : null,
            ObjectParts = names.Contains(PartsName) ? Describe(version, marker, maxParts) : null,
            StorageClass = names.Contains(StorageClassName) ? version.Properties.StorageClass : null,
            ObjectSize = names.Contains(SizeName) ? version.SizeBytes : null,
        });
    }

    private static IReadOnlyList<string> Check(IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (name is not (ETagName or ChecksumName or PartsName or StorageClassName or SizeName)) throw ObjectErrors.UnknownAttribute(name);
        }

        return names;
    }

    private static Checksum? Describe(ObjectChecksum? checksum) => checksum is null ? null : new()
    {
        ChecksumCRC32 = checksum.Crc32,
        ChecksumCRC32C = checksum.Crc32C,
        ChecksumCRC64NVME = checksum.Crc64Nvme,
        ChecksumSHA1 = checksum.Sha1,
        ChecksumSHA256 = checksum.Sha256,
        ChecksumType = checksum.Type,
    };

    /// <summary>Parts are told one by one where each has a checksum of its own; else only how many there are.</summary>
    private static GetObjectAttributesParts? Describe(StoredObject version, int marker, int maxParts)
    {
        if (version.Parts.Count == 0) return null;
        if (version.Checksum is not { IsComposite: true }) return new() { TotalPartsCount = version.Parts.Count };
        Objects.ObjectPart[] following = [.. version.Parts.Where(part => part.Number > marker)];
        Objects.ObjectPart[] page = following.Length > maxParts ? following[..maxParts] : following;
        return new()
        {
            TotalPartsCount = version.Parts.Count,
            PartNumberMarker = marker.ToString(CultureInfo.InvariantCulture),
            NextPartNumberMarker = (page.Length == 0 ? 0 : page[^1].Number).ToString(CultureInfo.InvariantCulture),
            MaxParts = maxParts,
            IsTruncated = page.Length < following.Length,
            Parts = Array.ConvertAll(page, Describe),
        };
    }

    private static Generated.ObjectPart Describe(Objects.ObjectPart part) => new()
    {
        PartNumber = part.Number,
        Size = part.SizeBytes,
        ChecksumCRC32 = part.Checksum.Crc32,
        ChecksumCRC32C = part.Checksum.Crc32C,
        ChecksumCRC64NVME = part.Checksum.Crc64Nvme,
        ChecksumSHA1 = part.Checksum.Sha1,
        ChecksumSHA256 = part.Checksum.Sha256,
    };
}
