using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>What an inventory configuration must be.</summary>
internal static class InventoryRules
{
    /// <summary>Checks a configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="Core.Errors.AwsException">It breaks a rule.</exception>
    public static void Check(InventoryConfiguration configuration)
    {
        DocumentRules.CheckOneOf(configuration.IncludedObjectVersions, InventoryIncludedObjectVersions.Values);
        DocumentRules.CheckOneOf(configuration.Schedule!.Frequency, InventoryFrequency.Values);
        foreach (string field in configuration.OptionalFields ?? []) DocumentRules.CheckOneOf(field, InventoryOptionalField.Values);
        InventoryS3BucketDestination destination = configuration.Destination!.S3BucketDestination!;
        DocumentRules.CheckOneOf(destination.Format, InventoryFormat.Values);
        DocumentRules.CheckDestination(destination.Bucket);
        if (destination.Encryption is { } encryption && encryption.SSES3 is null == encryption.SSEKMS is null)
        {
            throw RequestErrors.MalformedXml();
        }
    }
}
