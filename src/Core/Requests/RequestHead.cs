using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace RustStack.Core.Requests;

/// <summary>What a signature covers of a request: its head as it was sent, nothing decoded, no dot segment taken out.</summary>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="Target">The target of the first line: a path with its query, or an absolute URI.</param>
/// <param name="Headers">The headers.</param>
public readonly record struct RequestHead(string Method, string Target, IHeaderDictionary Headers)
{
    /// <summary>The target without scheme and authority.</summary>
    public ReadOnlySpan<char> PathAndQuery => WithoutAuthority(Target);

    /// <summary>The path as it was sent.</summary>
    public ReadOnlySpan<char> Path => PathAndQuery.IndexOf('?') is >= 0 and int mark ? PathAndQuery[..mark] : PathAndQuery;

    /// <summary>The query as it was sent, without its question mark; empty when there is none.</summary>
    public ReadOnlySpan<char> Query => PathAndQuery.IndexOf('?') is >= 0 and int mark ? PathAndQuery[(mark + 1)..] : default;

    /// <summary>The head of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Its head.</returns>
    public static RequestHead Of(HttpRequest request)
    {
        string target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (target.Length == 0) target = request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        return new(request.Method, target, request.Headers);
    }

    /// <summary>A header's value; of several with one name all, with commas between them. Null when there is none.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>Takes scheme and authority off an absolute URI, which a client behind a proxy sends.</summary>
    /// <param name="target">The target.</param>
    /// <returns>The path with its query; nothing for a target that has neither.</returns>
    public static ReadOnlySpan<char> WithoutAuthority(ReadOnlySpan<char> target)
    {
        if (target.IsEmpty || target[0] == '/') return target;
        int authority = target.IndexOf("://");
        if (authority < 0) return default;
        ReadOnlySpan<char> rest = target[(authority + 3)..];
        int path = rest.IndexOfAny('/', '?');
        return path < 0 ? default : rest[path..];
    }
}
