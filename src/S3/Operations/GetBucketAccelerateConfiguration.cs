using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketAccelerateConfiguration.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketAccelerateConfiguration(BucketRegistry buckets) : GetBucketAccelerateConfigurationOperation
{
    protected override ValueTask<GetBucketAccelerateConfigurationOutput> HandleAsync(
        GetBucketAccelerateConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        return ValueTask.FromResult(new GetBucketAccelerateConfigurationOutput { Status = bucket.Configuration.AccelerateStatus });
    }
}
