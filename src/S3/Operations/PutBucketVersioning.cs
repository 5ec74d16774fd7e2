using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketVersioning. Once enabled, versioning can be suspended but not taken away.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketVersioning(BucketRegistry buckets) : PutBucketVersioningOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketVersioningRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        CheckMfaDelete(input.VersioningConfiguration.MFADelete);
        VersioningStatus status = ParseStatus(input.VersioningConfiguration.Status);

        await bucket.ConfigureAsync(configuration =>
        {
            if (status != VersioningStatus.Enabled) CheckMayStop(configuration);
            return configuration with { Versioning = status };
        });
    }

    /// <summary>Object lock and replication need versions.</summary>
    private static void CheckMayStop(BucketConfiguration configuration)
    {
        if (configuration.ObjectLock is not null) throw LockErrors.VersioningIsLocked();
        if (configuration.Replication is not null) throw ReplicationErrors.VersioningIsNeeded();
    }

    private static void CheckMfaDelete(string? mfaDelete)
    {
        if (mfaDelete is null or "Disabled") return;
        throw mfaDelete == "Enabled" ? VersionErrors.MfaDeleteNotImplemented() : RequestErrors.MalformedXml();
    }

    private static VersioningStatus ParseStatus(string? status) => status switch
    {
        null or "" => throw VersionErrors.NoStatus(),
        "Enabled" => VersioningStatus.Enabled,
        "Suspended" => VersioningStatus.Suspended,
        _ => throw RequestErrors.MalformedXml(),
    };
}
