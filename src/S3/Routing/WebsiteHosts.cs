namespace RustStack.S3.Routing;

/// <summary>Tells which bucket's website a host name names (Amazon S3 user guide, "Website endpoints").</summary>
/// <param name="domain">The configured domain of the service, in lower case.</param>
internal sealed class WebsiteHosts(string domain)
{
    private const string Service = "s3-website";

    /// <summary>Domains below which the service stands with or without a region.</summary>
    private static readonly string[] RegionalDomains = [".localhost.localstack.cloud", ".amazonaws.com"];

    /// <summary>The domain beside the configured one: <c>.s3-website.example.test</c> for <c>s3.example.test</c>.</summary>
    private readonly string? _suffix = domain.StartsWith("s3.", StringComparison.Ordinal) ? $".{Service}{domain[2..]}" : null;

    /// <summary>The bucket whose website a host is.</summary>
    /// <param name="host">The value of the Host header, with or without port.</param>
    /// <returns>The bucket, or null when the host is no website's.</returns>
    public string? BucketOf(string host)
    {
        string name = VirtualHosts.WithoutPort(host).ToLowerInvariant();
        if (_suffix is not null && VirtualHosts.Below(name, _suffix) is { } bucket) return bucket;
        foreach (string regional in RegionalDomains)
        {
            if (VirtualHosts.Below(name, regional) is { } service) return BeforeService(service);
        }

        return null;
    }

    /// <summary>What stands before <c>.s3-website</c>, <c>.s3-website.REGION</c> or <c>.s3-website-REGION</c>.</summary>
    private static string? BeforeService(string name)
    {
        if (VirtualHosts.Below(name, "." + Service) is { } bucket) return bucket;
        int dot = name.LastIndexOf('.');
        if (dot <= 0) return null;
        ReadOnlySpan<char> last = name.AsSpan(dot + 1);
        bool isJoined = last.StartsWith(Service + "-", StringComparison.Ordinal) && VirtualHosts.IsRegion(last[(Service.Length + 1)..]);
        if (isJoined) return name[..dot];
        return VirtualHosts.IsRegion(last) ? VirtualHosts.Below(name[..dot], "." + Service) : null;
    }
}
