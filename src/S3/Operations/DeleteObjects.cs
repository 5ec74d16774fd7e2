using RustStack.Core.Errors;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Operations;

/// <summary>DeleteObjects: up to 1,000 keys, each with a result of its own.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteObjects(BucketRegistry buckets) : DeleteObjectsOperation
{
    private const int MaxObjects = 1000;

    protected override ValueTask<DeleteObjectsOutput> HandleAsync(
        DeleteObjectsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        if (input.BypassGovernanceRetention is not null) throw ObjectErrors.BypassWithoutLock();
        bool hasDigest = exchange.Header("Content-MD5") is not null || ChecksumClaim.IsMade(exchange.Header);
        if (!hasDigest) throw RequestErrors.InvalidRequest("Missing required header for this request: Content-MD5");
        IReadOnlyList<ObjectIdentifier> objects = input.Delete.Objects;
        if (objects.Count is 0 or > MaxObjects) throw RequestErrors.MalformedXml();

        List<DeletedObject> deleted = [];
        List<Error> errors = [];
        foreach (ObjectIdentifier target in objects)
        {
            try
            {
                Delete(bucket, target);
                if (input.Delete.Quiet != true) deleted.Add(new() { Key = target.Key, VersionId = target.VersionId });
            }
            catch (AwsException error)
            {
                errors.Add(new() { Key = target.Key, VersionId = target.VersionId, Code = error.Code, Message = error.Message });
            }
        }

        return ValueTask.FromResult(new DeleteObjectsOutput { Deleted = deleted, Errors = errors });
    }

    private static void Delete(StoredBucket bucket, ObjectIdentifier target)
    {
        byte[] key = ObjectKey.Parse(target.Key);
        DeleteCondition condition = new(target.ETag, target.LastModifiedTime, target.Size);
        StoredObject? removed = bucket.Delete(key, target.VersionId, condition);
        bool isUnknownVersion = removed is null && target.VersionId is not (null or StoredObject.NullVersionId);
        if (isUnknownVersion) throw ObjectErrors.NoSuchVersion(key, target.VersionId!);
    }
}
