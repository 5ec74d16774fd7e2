using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>What a server access logging configuration must be.</summary>
internal static class LoggingRules
{
    /// <summary>Checks a configuration.</summary>
    /// <param name="logging">The configuration.</param>
    /// <param name="source">The bucket that is to be logged.</param>
    /// <param name="buckets">The buckets.</param>
    /// <exception cref="Core.Errors.AwsException">It breaks a rule, or the target bucket cannot take the logs.</exception>
    public static void Check(LoggingEnabled logging, StoredBucket source, BucketRegistry buckets)
    {
        foreach (TargetGrant grant in logging.TargetGrants ?? [])
        {
            if (grant.Grantee is null) throw RequestErrors.MalformedXml();
            DocumentRules.CheckOneOf(grant.Permission, BucketLogsPermission.Values);
        }

        if (logging.TargetObjectKeyFormat is { } format) CheckFormat(format);
        StoredBucket target = buckets.TryFind(logging.TargetBucket!) ?? throw ConfigurationErrors.NoLoggingTarget(logging.TargetBucket!);
        if (target.OwnerAccountId != source.OwnerAccountId) throw ConfigurationErrors.ForeignLoggingTarget(target.Name);
        if (target.Region != source.Region) throw ConfigurationErrors.CrossLocationLogging(source.Region, target.Region);
        bool hasGrants = logging.TargetGrants is { Count: > 0 };
        if (hasGrants && target.Configuration.Acl.IsOwnerEnforced) throw AccessErrors.NotSupported();
    }

    private static void CheckFormat(TargetObjectKeyFormat format)
    {
        if (format.SimplePrefix is null == format.PartitionedPrefix is null) throw RequestErrors.MalformedXml();
        DocumentRules.CheckOptional(format.PartitionedPrefix?.PartitionDateSource, PartitionDateSource.Values);
    }
}
