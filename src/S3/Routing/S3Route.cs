using Microsoft.AspNetCore.Http;

namespace RustStack.S3.Routing;

/// <summary>What makes a request at a level, with a method, one of an operation.</summary>
/// <param name="operation">The operation's name.</param>
/// <param name="path">The fixed path that takes a bucket's place; null for any.</param>
/// <param name="literals">The query parameters that must be there, with their values; null where any value will do.</param>
/// <param name="queries">The query parameters that must be there besides.</param>
/// <param name="headers">The headers that must be there.</param>
internal sealed class S3Route(
    string operation,
    string? path = null,
    KeyValuePair<string, string?>[]? literals = null,
    string[]? queries = null,
    string[]? headers = null)
{
    private readonly KeyValuePair<string, string?>[] _literals = literals ?? [];
    private readonly string[] _queries = queries ?? [];
    private readonly string[] _headers = headers ?? [];

    /// <summary>The operation's name.</summary>
    public string Operation { get; } = operation;

    /// <summary>Whether the route names a sub-resource, or a parameter of its own, in the query.</summary>
    public bool NamesSubResource => _literals.Length > 0;

    /// <summary>Whether the request is this route's.</summary>
    /// <param name="target">What the request names.</param>
    /// <param name="requestHeaders">Its headers.</param>
    public bool Matches(S3Target target, IHeaderDictionary requestHeaders)
    {
        if (path is not null && target.Bucket != path) return false;
        foreach ((string name, string? value) in _literals)
        {
            if (value is null ? !target.Query.Has(name) : target.Query.Find(name) != value) return false;
        }

        foreach (string name in _queries)
        {
            if (!target.Query.Has(name)) return false;
        }

        foreach (string name in _headers)
        {
            bool isInQuery = target.Query.IsPresigned && target.Query.FindAnyCase(name) is not null;
            if (!isInQuery && !requestHeaders.ContainsKey(name)) return false;
        }

        return true;
    }
}
