using RustStack.Core.Options;

namespace RustStack.S3;

/// <summary>The settings of the S3 service.</summary>
/// <param name="SkipSignatureValidation"><c>S3_SKIP_SIGNATURE_VALIDATION</c>: accept any signature.</param>
/// <param name="VirtualHosting"><c>S3_VIRTUAL_HOSTING</c>: take the bucket from the host name where it names one.</param>
/// <param name="Domain"><c>S3_DOMAIN</c>: the domain below which host names are buckets.</param>
/// <param name="MaxMemoryObjectSizeBytes">
/// <c>S3_MAX_MEMORY_OBJECT_SIZE</c>: bytes of an object kept in memory; larger ones go to a file.
/// </param>
public sealed record S3Options(bool SkipSignatureValidation, bool VirtualHosting, string Domain, long MaxMemoryObjectSizeBytes)
{
    /// <summary>The default of <c>S3_DOMAIN</c>.</summary>
    public const string DefaultDomain = "s3.localhost.localstack.cloud";

    private const int DefaultMaxMemoryObjectSizeBytes = 524_288;
    private const int DefaultLifecycleSweepSeconds = 60;

    private static readonly Setting DomainSetting = new(
        "S3_DOMAIN", DefaultDomain, "a host name such as s3.example.test", "domain below which host names are buckets");

    /// <summary><c>S3_LIFECYCLE_SWEEP_SECONDS</c>: seconds between two passes that apply lifecycle rules; 0 for none.</summary>
    public long LifecycleSweepSeconds { get; init; } = DefaultLifecycleSweepSeconds;

    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options, with defaults in place of unusable values.</returns>
    public static S3Options Read(SettingsReader reader) => new(
        reader.ReadFlag("S3_SKIP_SIGNATURE_VALIDATION", true, "accept any S3 signature"),
        reader.ReadFlag("S3_VIRTUAL_HOSTING", true, "take the bucket from the host name where it names one"),
        reader.Read(DomainSetting, static text => Uri.CheckHostName(text) == UriHostNameType.Dns ? text.ToLowerInvariant() : null),
        reader.ReadNumber(
            "S3_MAX_MEMORY_OBJECT_SIZE",
            DefaultMaxMemoryObjectSizeBytes,
            0,
            int.MaxValue,
            "bytes of an object kept in memory; larger ones go to a file"))
    {
        LifecycleSweepSeconds = reader.ReadNumber(
            "S3_LIFECYCLE_SWEEP_SECONDS",
            DefaultLifecycleSweepSeconds,
            0,
            86_400,
            "seconds between two passes that apply lifecycle rules; 0 for none"),
    };
}
