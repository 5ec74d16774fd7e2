using RustStack.S3.Generated;
using RustStack.S3.Lifecycle;
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

    /// <summary>The CORS rules in their order.</summary>
    public IReadOnlyList<CORSRule>? Cors { get; init; }

    /// <summary>How the bucket is served as a website.</summary>
    public WebsiteConfiguration? Website { get; init; }

    /// <summary>How objects are encrypted whose upload says nothing of it; null for S3's own default.</summary>
    public ServerSideEncryptionRule? Encryption { get; init; }

    /// <summary>The rules by which objects and uploads end.</summary>
    public LifecyclePolicy? Lifecycle { get; init; }

    /// <summary>The versioning state.</summary>
    public VersioningStatus Versioning { get; init; }

    /// <summary>Object lock; null as long as it is not enabled. Once enabled it stays.</summary>
    public BucketLock? ObjectLock { get; init; }
}
