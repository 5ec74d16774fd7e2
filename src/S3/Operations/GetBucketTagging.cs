using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketTagging.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketTagging(BucketRegistry buckets) : GetBucketTaggingOperation
{
    protected override ValueTask<GetBucketTaggingOutput> HandleAsync(
        GetBucketTaggingRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        IReadOnlyList<Tag> tags = bucket.Configuration.Tags ?? throw ConfigurationErrors.NoSuchTagSet(bucket.Name);
        return ValueTask.FromResult(new GetBucketTaggingOutput { TagSet = tags });
    }
}
