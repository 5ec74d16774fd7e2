using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Cors;

/// <summary>What a CORS rule grants a request.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="AllowedOrigin">The origin as the answer names it: the request's own, or <c>*</c> for a rule for all.</param>
/// <param name="Headers">The headers that a preflight announced.</param>
internal sealed record CorsGrant(CORSRule Rule, string AllowedOrigin, IReadOnlyList<string> Headers)
{
    private const string Separator = ", ";

    /// <summary>Says it in the headers of an answer.</summary>
    /// <param name="exchange">The request and its answer.</param>
    public void Write(S3Exchange exchange)
    {
        exchange.SetHeader("Access-Control-Allow-Origin", AllowedOrigin);
        exchange.SetHeader("Access-Control-Allow-Methods", string.Join(Separator, Rule.AllowedMethods!));
        if (Headers.Count > 0)
        {
            exchange.SetHeader(
                "Access-Control-Allow-Headers", string.Join(Separator, Headers.Select(static header => header.ToLowerInvariant())));
        }

        if (Rule.ExposeHeaders is { Count: > 0 } exposed)
        {
            exchange.SetHeader("Access-Control-Expose-Headers", string.Join(Separator, exposed));
        }

        exchange.SetHeader("Access-Control-Max-Age", Rule.MaxAgeSeconds);
        if (AllowedOrigin != WildcardPattern.Any) exchange.SetHeader("Access-Control-Allow-Credentials", true);
        exchange.SetHeader("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    }
}
