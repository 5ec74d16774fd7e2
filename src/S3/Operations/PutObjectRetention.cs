using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Locking;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutObjectRetention. An empty retention takes the one that is there away.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutObjectRetention(BucketRegistry buckets) : PutObjectRetentionOperation
{
    protected override async ValueTask<PutObjectRetentionOutput> HandleAsync(
        PutObjectRetentionRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        if (bucket.Configuration.ObjectLock is null) throw LockErrors.BucketWithoutLock();
        ObjectLockRetention document = input.Retention ?? throw ProtocolErrors.MissingRequestBody();
        DateTimeOffset now = exchange.Context.Time;
        Retention? retention = Read(document, now);
        bool bypasses = input.BypassGovernanceRetention == true;

        await bucket.UpdateAsync(ObjectReference.Parse(exchange, input.VersionId), properties => Replace(properties, retention, now, bypasses));

        return new PutObjectRetentionOutput();
    }

    private static Retention? Read(ObjectLockRetention document, DateTimeOffset now)
    {
        if (document.Mode is null && document.RetainUntilDate is null) return null;
        if (LockModes.Parse(document.Mode) is not { } mode || document.RetainUntilDate is not { } until) throw RequestErrors.MalformedXml();
        return until > now ? new(mode, until) : throw LockErrors.NotInTheFuture("RetainUntilDate", WireValue.Print(until));
    }

    private static ObjectProperties Replace(ObjectProperties properties, Retention? retention, DateTimeOffset now, bool bypasses)
    {
        bool isAllowed = properties.Lock.Retention is not { } current || current.MayBecome(retention, now, bypasses);
        return isAllowed ? properties with { Lock = properties.Lock with { Retention = retention } } : throw LockErrors.Protected();
    }
}
