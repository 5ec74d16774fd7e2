using RustStack.S3.Access;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Lifecycle;
using RustStack.S3.Locking;
using RustStack.S3.Policies;

namespace RustStack.S3.Buckets;

/// <summary>
/// Everything that is configured on a bucket, as one immutable value: a request reads it once and sees one state. A configuration that is
/// not there is null.
/// </summary>
internal sealed record BucketConfiguration
{
    /// <summary>Who owns the bucket's objects, and its ACL.</summary>
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

    /// <summary>The location constraint that the bucket was created with: <c>EU</c> is answered as it was sent.</summary>
    public string? LocationConstraint { get; init; }

    public PublicAccessBlockConfiguration? PublicAccessBlock { get; init; } = PublicAccess.Blocked;

    public BucketPolicy? Policy { get; init; }

    /// <summary>The bucket's tags in the order in which they came; null when there are none.</summary>
    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>The status of transfer acceleration; null when it was never set.</summary>
    public string? AccelerateStatus { get; init; }

    /// <summary>Who pays for requests.</summary>
    public string Payer { get; init; } = Generated.Payer.BucketOwner;

    public LoggingEnabled? Logging { get; init; }

    /// <summary>The notification configuration; an empty one when there is none.</summary>
    public NotificationConfiguration Notification { get; init; } = new();

    public ReplicationConfiguration? Replication { get; init; }

    public ConfigurationSet<AnalyticsConfiguration> Analytics { get; init; } = ConfigurationSet<AnalyticsConfiguration>.Empty;

    public ConfigurationSet<InventoryConfiguration> Inventories { get; init; } = ConfigurationSet<InventoryConfiguration>.Empty;

    public ConfigurationSet<MetricsConfiguration> Metrics { get; init; } = ConfigurationSet<MetricsConfiguration>.Empty;

    public ConfigurationSet<IntelligentTieringConfiguration> Tierings { get; init; } =
        ConfigurationSet<IntelligentTieringConfiguration>.Empty;
}
