using System.Text;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Listing;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>
/// ListObjectVersions. It writes its document itself: versions and delete markers alternate in it in the order of the listing, which two
/// lists of a generated writer cannot say.
/// </summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListObjectVersions(BucketRegistry buckets) : S3Operation
{
    private const string KeyMarkerName = "key-marker";
    private const string VersionIdMarkerName = "version-id-marker";
    private const string MaxKeysName = "max-keys";

    public override string Name => "ListObjectVersions";

    public override async ValueTask InvokeAsync(S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(exchange.Bucket, exchange.Header("x-amz-expected-bucket-owner"));
        var text = ListingText.Parse(exchange.Query("encoding-type"));
        string? prefix = exchange.Query("prefix");
        string? delimiter = exchange.Query("delimiter");
        int maxKeys = Math.Min(WireValue.Integer(exchange.Query(MaxKeysName), MaxKeysName) ?? ListedObject.MaxKeys, ListedObject.MaxKeys);
        string? keyMarker = exchange.Query(KeyMarkerName) is { Length: > 0 } marker ? marker : null;
        string? versionIdMarker = CheckVersionIdMarker(exchange.Query(VersionIdMarkerName), keyMarker);

        VersionPage page = VersionLister.List(
            bucket.Versions(),
            KeyGrouping.Parse(prefix, delimiter),
            keyMarker is null ? null : Encoding.UTF8.GetBytes(keyMarker),
            versionIdMarker,
            maxKeys);

        using XmlBodyWriter writer = new();
        writer.Start("ListVersionsResult"u8);
        writer.Element("Name"u8, bucket.Name);
        writer.Element("Prefix"u8, text.Of(prefix ?? ""));
        writer.Element("KeyMarker"u8, text.Of(keyMarker ?? ""));
        writer.Element("VersionIdMarker"u8, versionIdMarker ?? "");
        writer.Element("NextKeyMarker"u8, page.Last is null ? null : text.Of(page.Last));
        writer.Element("NextVersionIdMarker"u8, page.LastVersionId);
        writer.Element("MaxKeys"u8, maxKeys);
        writer.Element("Delimiter"u8, string.IsNullOrEmpty(delimiter) ? null : text.Of(delimiter));
        writer.Element("EncodingType"u8, text.EncodingType);
        writer.Element("IsTruncated"u8, page.IsTruncated);
        Owner owner = new() { ID = CanonicalUser.IdOf(bucket.OwnerAccountId) };
        foreach (ListedVersion version in page.Versions) Write(writer, version, text, owner);
        foreach (CommonPrefix group in ListedObject.DescribeAll(page.CommonPrefixes, text))
        {
            CommonPrefixXml.Write(writer, "CommonPrefixes"u8, group);
        }

        writer.End("ListVersionsResult"u8);
        exchange.StatusCode = 200;
        await exchange.WriteXmlAsync(writer, cancellationToken);
    }

    private static string? CheckVersionIdMarker(string? versionIdMarker, string? keyMarker)
    {
        if (versionIdMarker is null) return null;
        if (versionIdMarker.Length == 0) throw VersionErrors.EmptyVersionIdMarker();
        if (keyMarker is null) throw VersionErrors.VersionIdMarkerAlone(versionIdMarker);
        return VersionId.IsWellFormed(versionIdMarker) ? versionIdMarker : throw VersionErrors.InvalidVersionIdMarker(versionIdMarker);
    }

    private static void Write(XmlBodyWriter writer, ListedVersion listed, ListingText text, Owner owner)
    {
        StoredObject version = listed.Version;
        if (version.IsDeleteMarker)
        {
            DeleteMarkerEntryXml.Write(writer, "DeleteMarker"u8, new()
            {
                Key = text.Of(listed.Key),
                VersionId = version.VersionId,
                IsLatest = listed.IsLatest,
                LastModified = version.LastModified,
                Owner = owner,
            });
            return;
        }

        ObjectVersionXml.Write(writer, "Version"u8, new()
        {
            Key = text.Of(listed.Key),
            VersionId = version.VersionId,
            IsLatest = listed.IsLatest,
            LastModified = version.LastModified,
            ETag = version.QuotedETag,
            ChecksumAlgorithm = version.Checksum?.Kind.NameList(),
            ChecksumType = version.Checksum?.Type,
            Size = version.SizeBytes,
            StorageClass = version.Properties.StorageClass,
            Owner = owner,
        });
    }
}
