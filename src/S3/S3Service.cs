using Microsoft.Extensions.Logging;
using RustStack.Core.Background;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.Core.Routing;
using RustStack.S3.Blobs;
using RustStack.S3.Cors;
using RustStack.S3.Lifecycle;
using RustStack.S3.Operations;
using RustStack.S3.Persistence;
using RustStack.S3.Protocol;
using RustStack.S3.Routing;
using RustStack.S3.Signing;

namespace RustStack.S3;

/// <summary>Composes the S3 service.</summary>
public static class S3Service
{
    /// <summary>Makes the service's router with everything behind it.</summary>
    /// <param name="options">The service's settings.</param>
    /// <param name="environment">What every service is given.</param>
    /// <param name="storage">Where buckets are kept; they are loaded from there first. Null keeps everything in memory.</param>
    /// <returns>The router; disposing it releases the service.</returns>
    /// <exception cref="StateException">What is kept cannot be loaded.</exception>
    public static IServiceRouter Create(S3Options options, ServiceEnvironment environment, IBucketStorage? storage = null)
    {
        IBlobStore blobs = storage?.Blobs ?? new SpillingBlobStore(options.MaxMemoryObjectSizeBytes);
        S3Store store = new(blobs, environment.Ids, storage?.Journal);
        if (storage is not null) new BucketLoader(storage, store.Buckets).Load();
        store.Sweep = StartSweep(store, options, environment);
        S3Authentication? authentication = options.SkipSignatureValidation
            ? null
            : new(environment.Credentials, store.Buckets, environment.DefaultRegion);
        return new S3Router(Operations(store, environment.Ids, authentication), options, environment, new CorsResponder(store.Buckets), store)
        {
            Authentication = authentication,
            Authorizer = new(store.Buckets),
        };
    }

    private static PeriodicSweep? StartSweep(S3Store store, S3Options options, ServiceEnvironment environment)
    {
        if (options.LifecycleSweepSeconds == 0) return null;
        LifecycleSweep sweep = new(store.Buckets, environment.Time);
        ILogger logger = environment.Loggers.CreateLogger("RustStack.S3");
        TimeSpan period = TimeSpan.FromSeconds(options.LifecycleSweepSeconds);
        return new(environment.Time, period, sweep.Run, exception => S3Log.SweepFailed(logger, exception));
    }

    private static S3Operation[] Operations(S3Store store, IdSource ids, S3Authentication? authentication) =>
    [
        new AbortMultipartUpload(store.Buckets),
        new CompleteMultipartUpload(store.Buckets),
        new CopyObject(store.Buckets),
        new CreateBucket(store.Buckets),
        new CreateMultipartUpload(store.Buckets, ids),
        new DeleteBucket(store.Buckets),
        new DeleteBucketAnalyticsConfiguration(store.Buckets),
        new DeleteBucketCors(store.Buckets),
        new DeleteBucketEncryption(store.Buckets),
        new DeleteBucketIntelligentTieringConfiguration(store.Buckets),
        new DeleteBucketInventoryConfiguration(store.Buckets),
        new DeleteBucketLifecycle(store.Buckets),
        new DeleteBucketMetricsConfiguration(store.Buckets),
        new DeleteBucketOwnershipControls(store.Buckets),
        new DeleteBucketPolicy(store.Buckets),
        new DeleteBucketReplication(store.Buckets),
        new DeleteBucketTagging(store.Buckets),
        new DeleteBucketWebsite(store.Buckets),
        new DeleteObject(store.Buckets),
        new DeleteObjects(store.Buckets),
        new DeleteObjectTagging(store.Buckets),
        new DeletePublicAccessBlock(store.Buckets),
        new GetBucketAccelerateConfiguration(store.Buckets),
        new GetBucketAcl(store.Buckets),
        new GetBucketAnalyticsConfiguration(store.Buckets),
        new GetBucketCors(store.Buckets),
        new GetBucketEncryption(store.Buckets),
        new GetBucketIntelligentTieringConfiguration(store.Buckets),
        new GetBucketInventoryConfiguration(store.Buckets),
        new GetBucketLifecycleConfiguration(store.Buckets),
        new GetBucketLocation(store.Buckets),
        new GetBucketLogging(store.Buckets),
        new GetBucketMetricsConfiguration(store.Buckets),
        new GetBucketNotificationConfiguration(store.Buckets),
        new GetBucketOwnershipControls(store.Buckets),
        new GetBucketPolicy(store.Buckets),
        new GetBucketPolicyStatus(store.Buckets),
        new GetBucketReplication(store.Buckets),
        new GetBucketRequestPayment(store.Buckets),
        new GetBucketTagging(store.Buckets),
        new GetBucketVersioning(store.Buckets),
        new GetBucketWebsite(store.Buckets),
        new GetObject(store.Buckets),
        new GetObjectAcl(store.Buckets),
        new GetObjectAttributes(store.Buckets),
        new GetObjectLegalHold(store.Buckets),
        new GetObjectLockConfiguration(store.Buckets),
        new GetObjectRetention(store.Buckets),
        new GetObjectTagging(store.Buckets),
        new GetPublicAccessBlock(store.Buckets),
        new HeadBucket(store.Buckets),
        new HeadObject(store.Buckets),
        new ListBucketAnalyticsConfigurations(store.Buckets),
        new ListBucketIntelligentTieringConfigurations(store.Buckets),
        new ListBucketInventoryConfigurations(store.Buckets),
        new ListBucketMetricsConfigurations(store.Buckets),
        new ListBuckets(store.Buckets),
        new ListMultipartUploads(store.Buckets),
        new ListObjects(store.Buckets),
        new ListObjectsV2(store.Buckets),
        new ListObjectVersions(store.Buckets),
        new ListParts(store.Buckets),
        new OptionsPreflight(store.Buckets),
        new PostObject(store.Buckets, store.Receiver, authentication),
        new PutBucketAccelerateConfiguration(store.Buckets),
        new PutBucketAcl(store.Buckets),
        new PutBucketAnalyticsConfiguration(store.Buckets),
        new PutBucketCors(store.Buckets),
        new PutBucketEncryption(store.Buckets),
        new PutBucketIntelligentTieringConfiguration(store.Buckets),
        new PutBucketInventoryConfiguration(store.Buckets),
        new PutBucketLifecycleConfiguration(store.Buckets, ids),
        new PutBucketLogging(store.Buckets),
        new PutBucketMetricsConfiguration(store.Buckets),
        new PutBucketNotificationConfiguration(store.Buckets, ids),
        new PutBucketOwnershipControls(store.Buckets),
        new PutBucketPolicy(store.Buckets),
        new PutBucketReplication(store.Buckets, ids),
        new PutBucketRequestPayment(store.Buckets),
        new PutBucketTagging(store.Buckets),
        new PutBucketVersioning(store.Buckets),
        new PutBucketWebsite(store.Buckets),
        new PutObject(store.Buckets, store.Receiver),
        new PutObjectAcl(store.Buckets),
        new PutObjectLegalHold(store.Buckets),
        new PutObjectLockConfiguration(store.Buckets),
        new PutObjectRetention(store.Buckets),
        new PutObjectTagging(store.Buckets),
        new PutPublicAccessBlock(store.Buckets),
        new ServeWebsite(store.Buckets),
        new UploadPart(store.Buckets, store.Receiver),
        new UploadPartCopy(store.Buckets, store.Receiver),
    ];
}
