using System.Text;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Listing;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>ListObjectsV2.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListObjectsV2(BucketRegistry buckets) : ListObjectsV2Operation
{
    protected override ValueTask<ListObjectsV2Output> HandleAsync(
        ListObjectsV2Request input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        var text = ListingText.Parse(input.EncodingType);
        var grouping = KeyGrouping.Parse(input.Prefix, input.Delimiter);
        int maxKeys = Math.Min(input.MaxKeys ?? ListedObject.MaxKeys, ListedObject.MaxKeys);
        ListingStart start = ReadStart(input);

        ObjectPage page = ObjectLister.List(bucket.Snapshot(), grouping, start, maxKeys);

        string? owner = input.FetchOwner == true ? CanonicalUser.IdOf(bucket.OwnerAccountId) : null;
        return ValueTask.FromResult(new ListObjectsV2Output
        {
            Name = bucket.Name,
            Prefix = text.Of(input.Prefix ?? ""),
            StartAfter = text.Of(input.StartAfter),
            ContinuationToken = input.ContinuationToken,
            NextContinuationToken = page.Last is null ? null : ContinuationToken.Create(page.Last),
            KeyCount = page.KeyCount,
            MaxKeys = maxKeys,
            Delimiter = string.IsNullOrEmpty(input.Delimiter) ? null : text.Of(input.Delimiter),
            EncodingType = text.EncodingType,
            IsTruncated = page.IsTruncated,
            Contents = ListedObject.DescribeAll(page, text, owner),
            CommonPrefixes = ListedObject.DescribeAll(page.CommonPrefixes, text),
        });
    }

    /// <summary>A token goes before start-after, which is for the first page only.</summary>
    private static ListingStart ReadStart(ListObjectsV2Request input)
    {
        if (input.ContinuationToken is not null) return new(ContinuationToken.Parse(input.ContinuationToken), SkipsGroup: true);
        return string.IsNullOrEmpty(input.StartAfter) ? default : new(Encoding.UTF8.GetBytes(input.StartAfter), SkipsGroup: false);
    }
}
