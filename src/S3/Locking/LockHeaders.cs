using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Locking;

/// <summary>The headers by which a write locks the version that it makes.</summary>
internal static class LockHeaders
{
    private const string ModeHeader = "x-amz-object-lock-mode";
    private const string UntilHeader = "x-amz-object-lock-retain-until-date";
    private const string LegalHoldHeader = "x-amz-object-lock-legal-hold";

    /// <summary>Reads the headers; without a retention of its own a version gets the bucket's default.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="bucket">The bucket that is written to.</param>
    /// <returns>What they decide.</returns>
    /// <exception cref="Core.Errors.AwsException">A header is not valid, one is missing, or the bucket has no object lock.</exception>
    public static ObjectLock Read(S3Exchange exchange, StoredBucket bucket)
    {
        string? mode = exchange.Header(ModeHeader);
        string? until = exchange.Header(UntilHeader);
        string? legalHold = exchange.Header(LegalHoldHeader);
        BucketLock? bucketLock = bucket.Configuration.ObjectLock;
        if (bucketLock is null)
        {
            bool isAsked = mode is not null || until is not null || legalHold is not null;
            return isAsked ? throw LockErrors.BucketWithoutLock() : ObjectLock.None;
        }

        DateTimeOffset now = exchange.Context.Time;
        Retention? retention = ReadRetention(mode, until, now) ?? bucketLock.Default?.From(now);
        return retention is null && legalHold is null ? ObjectLock.None : new(retention, ReadLegalHold(legalHold));
    }

    /// <summary>Checks that an upload that is locked states a digest of its bytes, as S3 demands.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="objectLock">The lock of what is uploaded.</param>
    /// <param name="request">What the request is in S3's words: <c>Put Object</c> or <c>Put Part</c>.</param>
    /// <exception cref="Core.Errors.AwsException">It states none.</exception>
    public static void CheckDigest(S3Exchange exchange, ObjectLock objectLock, string request)
    {
        if (objectLock == ObjectLock.None) return;
        bool hasDigest = exchange.Header("Content-MD5") is not null || ChecksumClaim.IsMade(exchange.Header);
        if (!hasDigest) throw LockErrors.NoDigest(request);
    }

    private static Retention? ReadRetention(string? modeName, string? untilText, DateTimeOffset now)
    {
        if (modeName is null && untilText is null) return null;
        if (modeName is null) throw LockErrors.HalfARetention(ModeHeader);
        if (string.IsNullOrEmpty(untilText)) throw LockErrors.HalfARetention(UntilHeader);
        LockMode mode = LockModes.Parse(modeName) ?? throw LockErrors.UnknownMode(modeName);
        DateTimeOffset until = WireValue.DateTime(untilText, UntilHeader)!.Value;
        return until > now ? new(mode, until) : throw LockErrors.NotInTheFuture(UntilHeader, untilText);
    }

    private static bool? ReadLegalHold(string? status) => status switch
    {
        null => null,
        "ON" => true,
        "OFF" => false,
        _ => throw LockErrors.UnknownLegalHold(status),
    };
}
