using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutObjectTagging. The version stays the version it is.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutObjectTagging(BucketRegistry buckets) : PutObjectTaggingOperation
{
    protected override async ValueTask<PutObjectTaggingOutput> HandleAsync(
        PutObjectTaggingRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        IReadOnlyList<KeyValuePair<string, string>> tags = TagSets.Check([.. input.Tagging.TagSet.Select(ReadTag)]);

        StoredObject version = await bucket.UpdateAsync(
            ObjectReference.Parse(exchange, input.VersionId), properties => properties with { Tags = tags });

        return new PutObjectTaggingOutput { VersionId = bucket.Configuration.Versioning.Answer(version) };
    }

    private static KeyValuePair<string, string> ReadTag(Tag tag) =>
        new(tag.Key ?? throw RequestErrors.MalformedXml(), tag.Value ?? throw RequestErrors.MalformedXml());
}
