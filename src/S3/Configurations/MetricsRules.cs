using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>What a metrics configuration must be.</summary>
internal static class MetricsRules
{
    /// <summary>Checks a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="Core.Errors.AwsException">It breaks a rule.</exception>
    public static void Check(MetricsConfiguration configuration)
    {
        if (configuration.Filter is not { } filter) return;
        if (filter is { Prefix: null, Tag: null, AccessPointArn: null, And: null }) throw RequestErrors.MalformedXml();
        if (filter.And is not { } and) return;
        DocumentRules.CheckConjunction(and.Tags, (and.Prefix is null ? 0 : 1) + (and.AccessPointArn is null ? 0 : 1));
    }
}
