using Microsoft.Extensions.Logging;
using RustStack.Core.Background;
using RustStack.Core.Ids;
using RustStack.Core.Routing;
using RustStack.S3.Blobs;
using RustStack.S3.Cors;
using RustStack.S3.Lifecycle;
using RustStack.S3.Operations;
using RustStack.S3.Protocol;
using RustStack.S3.Routing;

namespace RustStack.S3;

/// <summary>Composes the S3 service.</summary>
public static class S3Service
{
    /// <summary>Makes the service's router with everything behind it.</summary>
    /// <param name="options">The service's settings.</param>
    /// <param name="environment">What every service is given.</param>
    /// <returns>The router; disposing it releases the service.</returns>
    public static IServiceRouter Create(S3Options options, ServiceEnvironment environment)
    {
        S3Store store = new(new SpillingBlobStore(options.MaxMemoryObjectSizeBytes));
        store.Sweep = StartSweep(store, options, environment);
        return new S3Router(Operations(store, environment.Ids), options, environment, new CorsResponder(store.Buckets), store);
    }

    private static PeriodicSweep? StartSweep(S3Store store, S3Options options, ServiceEnvironment environment)
    {
        if (options.LifecycleSweepSeconds == 0) return null;
        LifecycleSweep sweep = new(store.Buckets, environment.Time);
        ILogger logger = environment.Loggers.CreateLogger("RustStack.S3");
        TimeSpan period = TimeSpan.FromSeconds(options.LifecycleSweepSeconds);
        return new(environment.Time, period, sweep.Run, exception => S3Log.SweepFailed(logger, exception));
    }

    private static S3Operation[] Operations(S3Store store, IdSource ids) =>
    [
        new AbortMultipartUpload(store.Buckets),
        new CompleteMultipartUpload(store.Buckets),
        new CopyObject(store.Buckets),
        new CreateBucket(store.Buckets, ids),
        new CreateMultipartUpload(store.Buckets, ids),
        new DeleteBucket(store.Buckets),
        new DeleteBucketCors(store.Buckets),
        new DeleteBucketEncryption(store.Buckets),
        new DeleteBucketLifecycle(store.Buckets),
        new DeleteBucketWebsite(store.Buckets),
        new DeleteObject(store.Buckets),
        new DeleteObjects(store.Buckets),
        new DeleteObjectTagging(store.Buckets),
        new GetBucketCors(store.Buckets),
        new GetBucketEncryption(store.Buckets),
        new GetBucketLifecycleConfiguration(store.Buckets),
        new GetBucketLocation(store.Buckets),
        new GetBucketWebsite(store.Buckets),
        new GetBucketVersioning(store.Buckets),
        new GetObject(store.Buckets),
        new GetObjectAttributes(store.Buckets),
        new GetObjectLegalHold(store.Buckets),
        new GetObjectLockConfiguration(store.Buckets),
        new GetObjectRetention(store.Buckets),
        new GetObjectTagging(store.Buckets),
        new HeadBucket(store.Buckets),
        new HeadObject(store.Buckets),
        new ListBuckets(store.Buckets),
        new ListMultipartUploads(store.Buckets),
        new ListObjects(store.Buckets),
        new ListObjectsV2(store.Buckets),
        new ListObjectVersions(store.Buckets),
        new ListParts(store.Buckets),
        new OptionsPreflight(store.Buckets),
        new PostObject(store.Buckets, store.Receiver),
        new PutBucketCors(store.Buckets),
        new PutBucketEncryption(store.Buckets),
        new PutBucketLifecycleConfiguration(store.Buckets, ids),
        new PutBucketWebsite(store.Buckets),
        new PutBucketVersioning(store.Buckets),
        new PutObject(store.Buckets, store.Receiver),
        new PutObjectLegalHold(store.Buckets),
        new PutObjectLockConfiguration(store.Buckets),
        new PutObjectRetention(store.Buckets),
        new PutObjectTagging(store.Buckets),
        new ServeWebsite(store.Buckets),
        new UploadPart(store.Buckets, store.Receiver),
        new UploadPartCopy(store.Buckets, store.Receiver),
    ];
}
