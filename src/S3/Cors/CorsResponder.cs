using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Cors;

/// <summary>Gives the answers to requests from other origins the headers that the bucket's rules grant, whatever the answer is.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class CorsResponder(BucketRegistry buckets)
{
    /// <summary>Sets the headers, if the request has an origin and a rule fits; a preflight is an operation of its own.</summary>
    /// <param name="exchange">The request and its answer.</param>
    public void Apply(S3Exchange exchange)
    {
        if (exchange.Method == "OPTIONS" || exchange.Header("Origin") is not { Length: > 0 } origin) return;
        IReadOnlyList<CORSRule>? rules = buckets.TryFind(exchange.Bucket)?.Configuration.Cors;
        if (rules is not null) CorsRules.Find(rules, origin, exchange.Method, [])?.Write(exchange);
    }
}
