using Microsoft.AspNetCore.Http;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketTagging. Nothing but the answers of GetBucketTagging comes of tags.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketTagging(BucketRegistry buckets) : PutBucketTaggingOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketTaggingRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        IReadOnlyList<Tag>? tags = TagSets.CheckBucket(input.Tagging.TagSet, isNewBucket: false);

        await bucket.ConfigureAsync(configuration => configuration with { Tags = tags });

        exchange.StatusCode = StatusCodes.Status204NoContent;
    }
}
