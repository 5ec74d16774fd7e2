using RustStack.S3.Locking;

namespace RustStack.S3.Buckets;

/// <summary>
/// Everything that is configured on a bucket, as one immutable value: a request reads it once and sees one state. A configuration that is
/// not there is null.
/// </summary>
internal sealed record BucketConfiguration
{
    /// <summary>Who owns the bucket's objects, and the ACL that it was created with.</summary>
    public required BucketAcl Acl { get; init; }

    /// <summary>The versioning state.</summary>
    public VersioningStatus Versioning { get; init; }

    /// <summary>Object lock; null as long as it is not enabled. Once enabled it stays.</summary>
    public BucketLock? ObjectLock { get; init; }
}
