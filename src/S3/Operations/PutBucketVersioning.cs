using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketVersioning. Once enabled, versioning can be suspended but not taken away.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketVersioning(BucketRegistry buckets) : PutBucketVersioningOperation
{
    protected override ValueTask HandleAsync(
        PutBucketVersioningRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        CheckMfaDelete(input.VersioningConfiguration.MFADelete);
        VersioningStatus status = ParseStatus(input.VersioningConfiguration.Status);

        bucket.Configure(configuration => configuration.ObjectLock is null || status == VersioningStatus.Enabled
            ? configuration with { Versioning = status }
            : throw LockErrors.VersioningIsLocked());

        return ValueTask.CompletedTask;
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
