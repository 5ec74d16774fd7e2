using RustStack.Core.Ids;
using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketReplication. The configuration is checked and kept; nothing is replicated.</summary>
/// <param name="buckets">The buckets.</param>
/// <param name="ids">Gives what has no id one.</param>
internal sealed class PutBucketReplication(BucketRegistry buckets, IdSource ids) : PutBucketReplicationOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketReplicationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        if (!ReplicationDestinations.IsVersioned(bucket.Configuration)) throw ReplicationErrors.NotVersioned();
        ReplicationConfiguration replication = ReplicationRules.Check(input.ReplicationConfiguration, ids);
        ReplicationDestinations.Check(replication, bucket, buckets);

        await bucket.ConfigureAsync(configuration => ReplicationDestinations.IsVersioned(configuration)
            ? configuration with { Replication = replication }
            : throw ReplicationErrors.NotVersioned());
    }
}
