using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>What an analytics configuration must be.</summary>
internal static class AnalyticsRules
{
    /// <summary>Checks a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="Core.Errors.AwsException">It breaks a rule.</exception>
    public static void Check(AnalyticsConfiguration configuration)
    {
        if (configuration.Filter is { } filter) CheckFilter(filter);
        if (configuration.StorageClassAnalysis?.DataExport is not { } export) return;
        DocumentRules.CheckOneOf(export.OutputSchemaVersion, StorageClassAnalysisSchemaVersion.Values);
        AnalyticsS3BucketDestination destination = export.Destination!.S3BucketDestination!;
        DocumentRules.CheckOneOf(destination.Format, AnalyticsS3ExportFileFormat.Values);
        DocumentRules.CheckDestination(destination.Bucket);
    }

    private static void CheckFilter(AnalyticsFilter filter)
    {
        if (filter is { Prefix: null, Tag: null, And: null }) throw RequestErrors.MalformedXml();
        if (filter.And is { } and) DocumentRules.CheckConjunction(and.Tags, and.Prefix is null ? 0 : 1);
    }
}
