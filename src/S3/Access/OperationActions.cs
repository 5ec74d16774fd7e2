using System.Collections.Frozen;

namespace RustStack.S3.Access;

/// <summary>
/// The action that each operation needs (Amazon S3 user guide, "Required permissions for Amazon S3 API operations"). Operations that are
/// not here look after themselves, as DeleteObjects does for each key, or are not about a bucket that is there.
/// </summary>
internal static class OperationActions
{
    private static readonly FrozenDictionary<string, OperationAction> Table = new Dictionary<string, OperationAction>(StringComparer.Ordinal)
    {
        ["AbortMultipartUpload"] = OnObject("AbortMultipartUpload"),
        ["CompleteMultipartUpload"] = OnObject("PutObject"),
        ["CopyObject"] = OnObject("PutObject"),
        ["CreateMultipartUpload"] = OnObject("PutObject"),
        ["DeleteBucket"] = OnBucket("DeleteBucket"),
        ["DeleteBucketAnalyticsConfiguration"] = OnBucket("PutAnalyticsConfiguration"),
        ["DeleteBucketCors"] = OnBucket("PutBucketCORS"),
        ["DeleteBucketEncryption"] = OnBucket("PutEncryptionConfiguration"),
        ["DeleteBucketIntelligentTieringConfiguration"] = OnBucket("PutIntelligentTieringConfiguration"),
        ["DeleteBucketInventoryConfiguration"] = OnBucket("PutInventoryConfiguration"),
        ["DeleteBucketLifecycle"] = OnBucket("PutLifecycleConfiguration"),
        ["DeleteBucketMetricsConfiguration"] = OnBucket("PutMetricsConfiguration"),
        ["DeleteBucketOwnershipControls"] = OnBucket("PutBucketOwnershipControls"),
        ["DeleteBucketPolicy"] = OnBucket("DeleteBucketPolicy"),
        ["DeleteBucketReplication"] = OnBucket("PutReplicationConfiguration"),
        ["DeleteBucketTagging"] = OnBucket("PutBucketTagging"),
        ["DeleteBucketWebsite"] = OnBucket("DeleteBucketWebsite"),
        ["DeleteObject"] = OnObject("DeleteObject", "DeleteObjectVersion"),
        ["DeleteObjectTagging"] = OnObject("DeleteObjectTagging", "DeleteObjectVersionTagging"),
        ["DeletePublicAccessBlock"] = OnBucket("PutBucketPublicAccessBlock"),
        ["GetBucketAccelerateConfiguration"] = OnBucket("GetAccelerateConfiguration"),
        ["GetBucketAcl"] = OnBucket("GetBucketAcl"),
        ["GetBucketAnalyticsConfiguration"] = OnBucket("GetAnalyticsConfiguration"),
        ["GetBucketCors"] = OnBucket("GetBucketCORS"),
        ["GetBucketEncryption"] = OnBucket("GetEncryptionConfiguration"),
        ["GetBucketIntelligentTieringConfiguration"] = OnBucket("GetIntelligentTieringConfiguration"),
        ["GetBucketInventoryConfiguration"] = OnBucket("GetInventoryConfiguration"),
        ["GetBucketLifecycleConfiguration"] = OnBucket("GetLifecycleConfiguration"),
        ["GetBucketLocation"] = OnBucket("GetBucketLocation"),
        ["GetBucketLogging"] = OnBucket("GetBucketLogging"),
        ["GetBucketMetricsConfiguration"] = OnBucket("GetMetricsConfiguration"),
        ["GetBucketNotificationConfiguration"] = OnBucket("GetBucketNotification"),
        ["GetBucketOwnershipControls"] = OnBucket("GetBucketOwnershipControls"),
        ["GetBucketPolicy"] = OnBucket("GetBucketPolicy"),
        ["GetBucketPolicyStatus"] = OnBucket("GetBucketPolicyStatus"),
        ["GetBucketReplication"] = OnBucket("GetReplicationConfiguration"),
        ["GetBucketRequestPayment"] = OnBucket("GetBucketRequestPayment"),
        ["GetBucketTagging"] = OnBucket("GetBucketTagging"),
        ["GetBucketVersioning"] = OnBucket("GetBucketVersioning"),
        ["GetBucketWebsite"] = OnBucket("GetBucketWebsite"),
        ["GetObject"] = OnObject("GetObject", "GetObjectVersion"),
        ["GetObjectAcl"] = OnObject("GetObjectAcl", "GetObjectVersionAcl"),
        ["GetObjectAttributes"] = OnObject("GetObjectAttributes", "GetObjectVersionAttributes"),
        ["GetObjectLegalHold"] = OnObject("GetObjectLegalHold"),
        ["GetObjectLockConfiguration"] = OnBucket("GetBucketObjectLockConfiguration"),
        ["GetObjectRetention"] = OnObject("GetObjectRetention"),
        ["GetObjectTagging"] = OnObject("GetObjectTagging", "GetObjectVersionTagging"),
        ["GetPublicAccessBlock"] = OnBucket("GetBucketPublicAccessBlock"),
        ["HeadBucket"] = OnBucket("ListBucket"),
        ["HeadObject"] = OnObject("GetObject", "GetObjectVersion"),
        ["ListBucketAnalyticsConfigurations"] = OnBucket("GetAnalyticsConfiguration"),
        ["ListBucketIntelligentTieringConfigurations"] = OnBucket("GetIntelligentTieringConfiguration"),
        ["ListBucketInventoryConfigurations"] = OnBucket("GetInventoryConfiguration"),
        ["ListBucketMetricsConfigurations"] = OnBucket("GetMetricsConfiguration"),
        ["ListMultipartUploads"] = OnBucket("ListBucketMultipartUploads"),
        ["ListObjects"] = OnBucket("ListBucket"),
        ["ListObjectsV2"] = OnBucket("ListBucket"),
        ["ListObjectVersions"] = OnBucket("ListBucketVersions"),
        ["ListParts"] = OnObject("ListMultipartUploadParts"),
        ["PutBucketAccelerateConfiguration"] = OnBucket("PutAccelerateConfiguration"),
        ["PutBucketAcl"] = OnBucket("PutBucketAcl"),
        ["PutBucketAnalyticsConfiguration"] = OnBucket("PutAnalyticsConfiguration"),
        ["PutBucketCors"] = OnBucket("PutBucketCORS"),
        ["PutBucketEncryption"] = OnBucket("PutEncryptionConfiguration"),
        ["PutBucketIntelligentTieringConfiguration"] = OnBucket("PutIntelligentTieringConfiguration"),
        ["PutBucketInventoryConfiguration"] = OnBucket("PutInventoryConfiguration"),
        ["PutBucketLifecycleConfiguration"] = OnBucket("PutLifecycleConfiguration"),
        ["PutBucketLogging"] = OnBucket("PutBucketLogging"),
        ["PutBucketMetricsConfiguration"] = OnBucket("PutMetricsConfiguration"),
        ["PutBucketNotificationConfiguration"] = OnBucket("PutBucketNotification"),
        ["PutBucketOwnershipControls"] = OnBucket("PutBucketOwnershipControls"),
        ["PutBucketPolicy"] = OnBucket("PutBucketPolicy"),
        ["PutBucketReplication"] = OnBucket("PutReplicationConfiguration"),
        ["PutBucketRequestPayment"] = OnBucket("PutBucketRequestPayment"),
        ["PutBucketTagging"] = OnBucket("PutBucketTagging"),
        ["PutBucketVersioning"] = OnBucket("PutBucketVersioning"),
        ["PutBucketWebsite"] = OnBucket("PutBucketWebsite"),
        ["PutObject"] = OnObject("PutObject"),
        ["PutObjectAcl"] = OnObject("PutObjectAcl", "PutObjectVersionAcl"),
        ["PutObjectLegalHold"] = OnObject("PutObjectLegalHold"),
        ["PutObjectLockConfiguration"] = OnBucket("PutBucketObjectLockConfiguration"),
        ["PutObjectRetention"] = OnObject("PutObjectRetention"),
        ["PutObjectTagging"] = OnObject("PutObjectTagging", "PutObjectVersionTagging"),
        ["PutPublicAccessBlock"] = OnBucket("PutBucketPublicAccessBlock"),
        ["UploadPart"] = OnObject("PutObject"),
        ["UploadPartCopy"] = OnObject("PutObject"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The operations that check each thing that they touch themselves.</summary>
    private static readonly FrozenSet<string> SelfChecking =
        FrozenSet.ToFrozenSet(["DeleteObjects", "OptionsPreflight", "PostObject", "ServeWebsite"], StringComparer.Ordinal);

    /// <summary>Finds what an operation asks.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <returns>The action; null where there is no bucket whose owner could have said something of it.</returns>
    public static OperationAction? Find(string operation) => Table.GetValueOrDefault(operation);

    /// <summary>Whether an operation checks each thing that it touches itself.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <returns>True when it does.</returns>
    public static bool ChecksItself(string operation) => SelfChecking.Contains(operation);

    private static OperationAction OnBucket(string action) => new("s3:" + action, null, IsOnObject: false);

    private static OperationAction OnObject(string action, string? versionAction = null) =>
        new("s3:" + action, versionAction is null ? null : "s3:" + versionAction, IsOnObject: true);
}
