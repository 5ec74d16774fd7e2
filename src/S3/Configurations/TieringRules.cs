using System.Globalization;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>What an intelligent tiering configuration must be.</summary>
internal static class TieringRules
{
    private const int MinArchiveDays = 90;
    private const int MinDeepArchiveDays = 180;
    private const int MaxDays = 730;

    /// <summary>Checks a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="Core.Errors.AwsException">It breaks a rule.</exception>
    public static void Check(IntelligentTieringConfiguration configuration)
    {
        DocumentRules.CheckOneOf(configuration.Status, IntelligentTieringStatus.Values);
        if (configuration.Filter?.And is { } and) DocumentRules.CheckConjunction(and.Tags, and.Prefix is null ? 0 : 1);
        IReadOnlyList<Tiering> tierings = configuration.Tierings!;
        if (tierings.DistinctBy(static tiering => tiering.AccessTier).Count() < tierings.Count) throw RequestErrors.MalformedXml();
        foreach (Tiering tiering in tierings) Check(tiering);
    }

    private static void Check(Tiering tiering)
    {
        DocumentRules.CheckOneOf(tiering.AccessTier, IntelligentTieringAccessTier.Values);
        int days = tiering.Days ?? throw RequestErrors.MalformedXml();
        int min = tiering.AccessTier == IntelligentTieringAccessTier.ArchiveAccess ? MinArchiveDays : MinDeepArchiveDays;
        if (days >= min && days <= MaxDays) return;
        throw ConfigurationErrors.TieringDays(tiering.AccessTier!, min, MaxDays, days.ToString(CultureInfo.InvariantCulture));
    }
}
