using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>DeleteObjectTagging. The version stays the version it is.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteObjectTagging(BucketRegistry buckets) : DeleteObjectTaggingOperation
{
    protected override async ValueTask<DeleteObjectTaggingOutput> HandleAsync(
        DeleteObjectTaggingRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        StoredObject version = await bucket.UpdateAsync(
            ObjectReference.Parse(exchange, input.VersionId), static properties => properties with { Tags = [] });
        return new DeleteObjectTaggingOutput { VersionId = bucket.Configuration.Versioning.Answer(version) };
    }
}
