using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetObjectTagging.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetObjectTagging(BucketRegistry buckets) : GetObjectTaggingOperation
{
    protected override ValueTask<GetObjectTaggingOutput> HandleAsync(
        GetObjectTaggingRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        using ObjectLease lease = bucket.Lease(ObjectReference.Parse(exchange, input.VersionId));
        return ValueTask.FromResult(new GetObjectTaggingOutput
        {
            TagSet = [.. lease.Version.Properties.Tags.Select(static tag => new Tag { Key = tag.Key, Value = tag.Value })],
            VersionId = lease.AnsweredVersionId,
        });
    }
}
