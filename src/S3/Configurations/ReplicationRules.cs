using RustStack.Core.Ids;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>What a replication configuration must be, its destinations aside.</summary>
internal static class ReplicationRules
{
    private const int MaxRules = 1000;
    private const int MaxIdLength = 255;
    private const string Enabled = "Enabled";

    /// <summary>Checks a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="ids">Gives rules without id one.</param>
    /// <returns>The configuration as S3 gives it back: every rule has an id.</returns>
    /// <exception cref="Core.Errors.AwsException">It breaks a rule.</exception>
    public static ReplicationConfiguration Check(ReplicationConfiguration configuration, IdSource ids)
    {
        if (configuration.Role is not { Length: > 0 }) throw ReplicationErrors.NoRole();
        if (configuration.Rules!.Count > MaxRules) throw ReplicationErrors.TooManyRules(MaxRules);
        ReplicationRule[] rules = [.. configuration.Rules.Select(rule => rule with { ID = IdOf(rule.ID, ids) })];
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<int> priorities = [];
        foreach (ReplicationRule rule in rules)
        {
            Check(rule);
            if (!seen.Add(rule.ID!)) throw ReplicationErrors.DuplicateId(rule.ID!);
            if (rule.Filter is not null && !priorities.Add(rule.Priority!.Value)) throw ReplicationErrors.DuplicatePriority(rule.Priority.Value);
        }

        return configuration with { Rules = rules };
    }

    private static string IdOf(string? id, IdSource ids) => string.IsNullOrEmpty(id) ? ids.NewUuid().ToString() : id;

    private static void Check(ReplicationRule rule)
    {
        if (rule.ID!.Length > MaxIdLength) throw ReplicationErrors.IdTooLong(rule.ID);
        if (rule.ID.AsSpan().ContainsAnyExceptInRange(' ', '~')) throw ReplicationErrors.IdNotAscii(rule.ID);
        DocumentRules.CheckOneOf(rule.Status, ReplicationRuleStatus.Values);
        if (rule.SourceSelectionCriteria is { } criteria)
        {
            if (criteria.SseKmsEncryptedObjects is { } sse) DocumentRules.CheckOneOf(sse.Status, SseKmsEncryptedObjectsStatus.Values);
            if (criteria.ReplicaModifications is { } changes) DocumentRules.CheckOneOf(changes.Status, ReplicaModificationsStatus.Values);
        }

        if (rule.ExistingObjectReplication is { } existing) DocumentRules.CheckOneOf(existing.Status, ExistingObjectReplicationStatus.Values);
        if (rule.DeleteMarkerReplication is { } markers) DocumentRules.CheckOneOf(markers.Status, DeleteMarkerReplicationStatus.Values);
        CheckScope(rule);
        CheckDestination(rule.Destination!);
    }

    /// <summary>The first version of the schema has a prefix in the rule, the second a filter, and then a priority.</summary>
    private static void CheckScope(ReplicationRule rule)
    {
        if (rule.Filter is null == rule.Prefix is null) throw RequestErrors.MalformedXml();
        if (rule.Filter is not { } filter) return;
        if (rule.Priority is null) throw ReplicationErrors.Missing("Priority");
        if (rule.DeleteMarkerReplication is null) throw ReplicationErrors.Missing("DeleteMarkerReplication");
        if (filter.And is { } and) DocumentRules.CheckConjunction(and.Tags, and.Prefix is null ? 0 : 1);
        bool hasTags = filter.Tag is not null || filter.And?.Tags is { Count: > 0 };
        if (hasTags && rule.DeleteMarkerReplication.Status == Enabled) throw ReplicationErrors.MarkersWithTagFilter();
    }

    private static void CheckDestination(Destination destination)
    {
        DocumentRules.CheckOptional(destination.StorageClass, StorageClass.Values);
        if (destination.AccessControlTranslation is { } translation)
        {
            DocumentRules.CheckOneOf(translation.Owner, OwnerOverride.Values);
            if (destination.Account is null) throw ReplicationErrors.OwnerWithoutAccount();
        }

        if (destination.Metrics is { } metrics) DocumentRules.CheckOneOf(metrics.Status, MetricsStatus.Values);
        CheckMinutes("EventThreshold", destination.Metrics?.EventThreshold);
        if (destination.ReplicationTime is not { } time) return;
        DocumentRules.CheckOneOf(time.Status, ReplicationTimeStatus.Values);
        CheckMinutes("ReplicationTime", time.Time);
        if (destination.Metrics is null) throw ReplicationErrors.TimeWithoutMetrics();
        if (destination.Metrics.Status != time.Status) throw ReplicationErrors.TimeAndMetricsDiffer();
    }

    private static void CheckMinutes(string element, ReplicationTimeValue? value)
    {
        if (value is not null && value.Minutes != 15) throw ReplicationErrors.NotFifteenMinutes(element, $"{value.Minutes}");
    }
}
