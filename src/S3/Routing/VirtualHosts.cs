namespace RustStack.S3.Routing;

/// <summary>Tells which bucket a host name names: virtual-hosted addressing below the domains that stand for S3.</summary>
/// <param name="domain">The configured domain, in lower case.</param>
internal sealed class VirtualHosts(string domain)
{
    private const int MinBucketLength = 3;

    /// <summary>Domains below which <c>s3</c> or <c>s3.REGION</c> stands for the service.</summary>
    private static readonly string[] RegionalDomains = [".localhost.localstack.cloud", ".amazonaws.com"];

    private readonly string _suffix = "." + domain;

    /// <summary>The bucket that a host names.</summary>
    /// <param name="host">The value of the Host header, with or without port.</param>
    /// <returns>The bucket, or null for a bare domain, an address or any other name: path-style addressing.</returns>
    public string? BucketOf(string host)
    {
        string name = WithoutPort(host).ToLowerInvariant();
        if (Below(name, _suffix) is { } bucket) return bucket;
        foreach (string regional in RegionalDomains)
        {
            if (Below(name, regional) is { } service) return BeforeService(service);
        }

        return Below(name, ".localhost") is { } local && local.Length >= MinBucketLength ? local : null;
    }

    /// <summary>A host without its port.</summary>
    /// <param name="host">The value of the Host header.</param>
    /// <returns>The name or address.</returns>
    public static string WithoutPort(string host)
    {
        if (host.StartsWith('[')) return host;
        int colon = host.LastIndexOf(':');
        return colon < 0 ? host : host[..colon];
    }

    /// <summary>What stands before a suffix of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="suffix">The suffix.</param>
    /// <returns>The text before it; null when the name has another end or nothing before it.</returns>
    public static string? Below(string name, string suffix) =>
        name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : null;

    /// <summary>What stands before <c>.s3</c> or <c>.s3.REGION</c>; null when nothing does.</summary>
    private static string? BeforeService(string name)
    {
        if (Below(name, ".s3") is { } bucket) return bucket;
        int region = name.LastIndexOf('.');
        return region > 0 && IsRegion(name.AsSpan(region + 1)) ? Below(name[..region], ".s3") : null;
    }

    /// <summary>Whether a label has the form of a region's name.</summary>
    /// <param name="text">The label.</param>
    /// <returns>True when it does.</returns>
    public static bool IsRegion(ReadOnlySpan<char> text) => text.Count('-') >= 2 && char.IsAsciiDigit(text[^1]);
}
