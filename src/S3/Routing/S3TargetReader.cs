using Microsoft.AspNetCore.Http;
using RustStack.Core.Requests;
using RustStack.S3.Errors;

namespace RustStack.S3.Routing;

/// <summary>Reads what a request names from its host and its target as sent: keys keep every slash, dot and character.</summary>
/// <param name="options">Whether and below which domain hosts name buckets.</param>
internal sealed class S3TargetReader(S3Options options)
{
    private readonly VirtualHosts? _hosts = options.VirtualHosting ? new(options.Domain) : null;
    private readonly WebsiteHosts? _websites = options.VirtualHosting ? new(options.Domain) : null;

    /// <summary>Reads a request's target.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What it names.</returns>
    /// <exception cref="Core.Errors.AwsException">InvalidURI when path or query is not percent-encoded UTF-8.</exception>
    public S3Target Read(HttpRequest request) => Read(RequestHead.Of(request).Target, request.Host.Value ?? "");

    /// <summary>Reads a target.</summary>
    /// <param name="rawTarget">The request target as sent: a path with its query, or an absolute URI.</param>
    /// <param name="host">The value of the Host header.</param>
    /// <returns>What it names.</returns>
    /// <exception cref="Core.Errors.AwsException">InvalidURI when path or query is not percent-encoded UTF-8.</exception>
    public S3Target Read(string rawTarget, string host)
    {
        ReadOnlySpan<char> target = RequestHead.WithoutAuthority(rawTarget);
        int mark = target.IndexOf('?');
        ReadOnlySpan<char> path = WithoutLeadingSlash(mark < 0 ? target : target[..mark]);
        S3Query query = S3Query.Parse(mark < 0 ? default : target[(mark + 1)..]) ?? throw ProtocolErrors.InvalidUri(rawTarget);
        if (_websites?.BucketOf(host) is { } site)
        {
            return new(site, Decode(path, rawTarget), query, IsVirtualHosted: true) { IsWebsite = true };
        }

        if (_hosts?.BucketOf(host) is { } hosted) return new(hosted, Decode(path, rawTarget), query, IsVirtualHosted: true);
        int slash = path.IndexOf('/');
        string bucket = Decode(slash < 0 ? path : path[..slash], rawTarget);
        string key = slash < 0 ? "" : Decode(path[(slash + 1)..], rawTarget);
        if (bucket.Length == 0 && slash >= 0) throw ProtocolErrors.InvalidUri(rawTarget);
        return new(bucket, key, query, IsVirtualHosted: false);
    }

    private static string Decode(ReadOnlySpan<char> text, string rawTarget) =>
        PercentEncoding.Decode(text, plusIsSpace: false) ?? throw ProtocolErrors.InvalidUri(rawTarget);

    private static ReadOnlySpan<char> WithoutLeadingSlash(ReadOnlySpan<char> path) => path.StartsWith('/') ? path[1..] : path;
}
