using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>AbortMultipartUpload.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class AbortMultipartUpload(BucketRegistry buckets) : AbortMultipartUploadOperation
{
    protected override async ValueTask<AbortMultipartUploadOutput> HandleAsync(
        AbortMultipartUploadRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        await bucket.Uploads.AbortAsync(ObjectKey.Parse(input.Key), input.UploadId, input.IfMatchInitiatedTime);
        return new AbortMultipartUploadOutput();
    }
}
