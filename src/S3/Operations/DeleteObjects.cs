using RustStack.Core.Errors;
using RustStack.Core.Persistence;
using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Signing;
using RustStack.S3.Uploads;

namespace RustStack.S3.Operations;

/// <summary>DeleteObjects: up to 1,000 keys or versions, each with a result of its own.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class DeleteObjects(BucketRegistry buckets) : DeleteObjectsOperation
{
    private const int MaxObjects = 1000;

    protected override async ValueTask<DeleteObjectsOutput> HandleAsync(
        DeleteObjectsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        bool hasLock = bucket.Configuration.ObjectLock is not null;
        if (input.BypassGovernanceRetention is not null && !hasLock) throw LockErrors.BypassWithoutLock();
        bool hasDigest = exchange.Header("Content-MD5") is not null || ChecksumClaim.IsMade(exchange.Header);
        if (!hasDigest) throw RequestErrors.InvalidRequest("Missing required header for this request: Content-MD5");
        IReadOnlyList<ObjectIdentifier> objects = input.Delete.Objects;
        if (objects.Count is 0 or > MaxObjects) throw RequestErrors.MalformedXml();

        // All are begun before one is waited for, so that they are saved together.
        ValueTask<DeletionResult>[] deletions = [.. objects.Select(target => DeleteAsync(bucket, target, input, exchange))];
        List<DeletedObject> deleted = [];
        List<Error> errors = [];
        for (int i = 0; i < deletions.Length; i++)
        {
            try
            {
                DeletionResult result = await deletions[i];
                if (input.Delete.Quiet != true) deleted.Add(Describe(objects[i], result));
            }
            catch (AwsException error)
            {
                errors.Add(Describe(objects[i], error));
            }
            catch (JournalException)
            {
                errors.Add(Describe(objects[i], ProtocolErrors.InternalError()));
            }
        }

        return new DeleteObjectsOutput { Deleted = deleted, Errors = errors };
    }

    private static void CheckAccess(StoredBucket bucket, Caller caller, ObjectIdentifier target)
    {
        string? versionId = string.IsNullOrEmpty(target.VersionId) ? null : target.VersionId;
        AccessRules.Check(bucket, caller, versionId is null ? "s3:DeleteObject" : "s3:DeleteObjectVersion", target.Key, versionId);
    }

    /// <summary>Asynchronous for the sake of what it throws, which is the entry's error and is met when the entry is waited for.</summary>
    private static async ValueTask<DeletionResult> DeleteAsync(
        StoredBucket bucket, ObjectIdentifier target, DeleteObjectsRequest input, S3Exchange exchange)
    {
        if (exchange.Caller is { } caller) CheckAccess(bucket, caller, target);
        return await bucket.DeleteAsync(Read(target, input, exchange));
    }

    /// <summary>An id that no version can have is one that is not there; what was there once is deleted all the same.</summary>
    private static ObjectDeletion Read(ObjectIdentifier target, DeleteObjectsRequest input, S3Exchange exchange)
    {
        byte[] key = ObjectKey.Parse(target.Key);
        string? versionId = string.IsNullOrEmpty(target.VersionId) ? null : target.VersionId;
        if (versionId is not null && !VersionId.IsWellFormed(versionId)) throw VersionErrors.NoSuchVersion(key, versionId);
        return new(key, versionId, exchange.Context.Time)
        {
            Condition = new(target.ETag, target.LastModifiedTime, target.Size),
            BypassesGovernance = input.BypassGovernanceRetention == true,
        };
    }

    private static Error Describe(ObjectIdentifier target, AwsException error) =>
        new() { Key = target.Key, VersionId = target.VersionId, Code = error.Code, Message = error.Message };

    private static DeletedObject Describe(ObjectIdentifier target, DeletionResult result) => new()
    {
        Key = target.Key,
        VersionId = string.IsNullOrEmpty(target.VersionId) ? null : target.VersionId,
        DeleteMarker = result.IsAboutMarker ? true : null,
        DeleteMarkerVersionId = result.IsAboutMarker ? (result.Marker ?? result.Removed)!.VersionId : null,
    };
}
