using System.Text;
using RustStack.Core.Collections;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Listing;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>ListBuckets: those of the caller's account.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ListBuckets(BucketRegistry buckets) : ListBucketsOperation
{
    private const int MaxBuckets = 10_000;

    private static readonly string[] Parameters = ["bucket-region", "continuation-token", "max-buckets", "prefix"];

    protected override ValueTask<ListBucketsOutput> HandleAsync(
        ListBucketsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        byte[] prefix = Encoding.UTF8.GetBytes(input.Prefix ?? "");
        byte[]? after = string.IsNullOrEmpty(input.ContinuationToken) ? null : ContinuationToken.Parse(input.ContinuationToken);
        int max = input.MaxBuckets ?? MaxBuckets;
        if (input.BucketRegion is { Length: > 0 } wanted && !BucketRegion.IsRegion(wanted)) throw BucketErrors.UnknownRegion(wanted);
        string account = exchange.Context.AccountId;
        bool isParameterized = exchange.Target.Query.Parameters.Any(static parameter => Parameters.Contains(parameter.Key));

        List<Bucket> page = [];
        string? next = null;
        OrderedMapSnapshot<byte[], StoredBucket> all = buckets.Snapshot();
        OrderedMapCursor<byte[], StoredBucket> cursor = after is null ? all.AtLeast(prefix) : all.Above(after);
        for (; cursor.IsValid && cursor.Key.AsSpan().StartsWith(prefix); cursor.MoveNext())
        {
            StoredBucket bucket = cursor.Value;
            if (bucket.OwnerAccountId != account) continue;
            if (input.BucketRegion is { Length: > 0 } region && bucket.Region != region) continue;
            if (page.Count == max)
            {
                next = ContinuationToken.Create(Encoding.UTF8.GetBytes(page[^1].Name!));
                break;
            }

            page.Add(Describe(bucket, isParameterized));
        }

        return ValueTask.FromResult(new ListBucketsOutput
        {
            Buckets = page,
            Owner = new() { ID = CanonicalUser.IdOf(account) },
            ContinuationToken = next,
            Prefix = input.Prefix,
        });
    }

    /// <summary>S3 tells a bucket's region only to requests that have a parameter.</summary>
    private static Bucket Describe(StoredBucket bucket, bool hasRegion) => new()
    {
        Name = bucket.Name,
        CreationDate = bucket.CreationTime,
        BucketRegion = hasRegion ? bucket.Region : null,
        BucketArn = BucketArn.Of(bucket.Name),
    };
}
