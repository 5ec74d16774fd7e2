using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>What the buckets must be that objects are replicated to.</summary>
internal static class ReplicationDestinations
{
    /// <summary>Checks the destinations of a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="source">The bucket whose objects are to be replicated.</param>
    /// <param name="buckets">The buckets.</param>
    /// <exception cref="Core.Errors.AwsException">A destination is not there, not versioned or not of the account that is named.</exception>
    public static void Check(ReplicationConfiguration configuration, StoredBucket source, BucketRegistry buckets)
    {
        foreach (ReplicationRule rule in configuration.Rules!)
        {
            string arn = rule.Destination!.Bucket!;
            string name = DocumentRules.BucketOf(arn) ?? throw ReplicationErrors.InvalidArn(arn);
            if (name == source.Name) throw ReplicationErrors.DestinationIsSource();
            StoredBucket target = buckets.TryFind(name) ?? throw ReplicationErrors.NoDestination();
            if (!IsVersioned(target.Configuration)) throw ReplicationErrors.DestinationNotVersioned();
            if (rule.Destination.Account is { } account && account != target.OwnerAccountId) throw ReplicationErrors.AccountIsNotOwner(account);
        }
    }

    /// <summary>Whether a bucket keeps the versions that replication needs.</summary>
    /// <param name="configuration">The bucket's configuration.</param>
    public static bool IsVersioned(BucketConfiguration configuration) =>
        configuration.Versioning == VersioningStatus.Enabled;
}
