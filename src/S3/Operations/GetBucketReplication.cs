using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketReplication.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketReplication(BucketRegistry buckets) : GetBucketReplicationOperation
{
    protected override ValueTask<GetBucketReplicationOutput> HandleAsync(
        GetBucketReplicationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        ReplicationConfiguration replication = bucket.Configuration.Replication ?? throw ReplicationErrors.NotFound(bucket.Name);
        return ValueTask.FromResult(new GetBucketReplicationOutput { ReplicationConfiguration = replication });
    }
}
