using System.Text;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Listing;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>ListObjects, the first version of the listing.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListObjects(BucketRegistry buckets) : ListObjectsOperation
{
    protected override ValueTask<ListObjectsOutput> HandleAsync(
        ListObjectsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        var text = ListingText.Parse(input.EncodingType);
        var grouping = KeyGrouping.Parse(input.Prefix, input.Delimiter);
        int maxKeys = Math.Min(input.MaxKeys ?? ListedObject.MaxKeys, ListedObject.MaxKeys);
        byte[]? after = string.IsNullOrEmpty(input.Marker) ? null : Encoding.UTF8.GetBytes(input.Marker);

        ObjectPage page = ObjectLister.List(bucket.Snapshot(), grouping, new(after, SkipsGroup: true), maxKeys);

        bool hasDelimiter = !string.IsNullOrEmpty(input.Delimiter);
        return ValueTask.FromResult(new ListObjectsOutput
        {
            Name = bucket.Name,
            Prefix = text.Of(input.Prefix ?? ""),
            Marker = text.Of(input.Marker ?? ""),
            NextMarker = page.Last is not null && hasDelimiter ? text.Of(page.Last) : null,
            MaxKeys = maxKeys,
            Delimiter = hasDelimiter ? text.Of(input.Delimiter) : null,
            EncodingType = text.EncodingType,
            IsTruncated = page.IsTruncated,
            Contents = ListedObject.DescribeAll(page, text, CanonicalUser.IdOf(bucket.OwnerAccountId)),
            CommonPrefixes = ListedObject.DescribeAll(page.CommonPrefixes, text),
        });
    }
}
