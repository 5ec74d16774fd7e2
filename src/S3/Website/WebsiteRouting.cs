using System.Globalization;
using System.Text;
using RustStack.S3.Generated;

namespace RustStack.S3.Website;

/// <summary>Where a website's redirects lead (Amazon S3 user guide, "Configuring a redirect").</summary>
internal static class WebsiteRouting
{
    private const int MovedPermanently = 301;

    /// <summary>What a location may hold as it is, beside letters and digits: RFC 3986's characters.</summary>
    private const string LocationCharacters = "-._~:/?#[]@!$&'()*+,;=%";

    /// <summary>Finds the first routing rule that fits a request.</summary>
    /// <param name="website">The website.</param>
    /// <param name="key">The key that the request names.</param>
    /// <param name="errorStatus">The status that the request would be answered with; null before that is known.</param>
    /// <returns>The rule, or null.</returns>
    public static RoutingRule? Find(WebsiteConfiguration website, string key, int? errorStatus)
    {
        string? status = errorStatus?.ToString(CultureInfo.InvariantCulture);
        foreach (RoutingRule rule in website.RoutingRules ?? [])
        {
            bool fits = rule.Condition?.HttpErrorCodeReturnedEquals == status
                && key.StartsWith(rule.Condition?.KeyPrefixEquals ?? "", StringComparison.Ordinal);
            if (fits) return rule;
        }

        return null;
    }

    /// <summary>Where a routing rule leads.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="key">The key that the request names.</param>
    /// <param name="scheme">The request's scheme, which the rule may replace.</param>
    /// <param name="host">The request's host, which the rule may replace.</param>
    /// <returns>Status and Location of the answer.</returns>
    public static (int Status, string Location) Follow(RoutingRule rule, string key, string scheme, string host)
    {
        Redirect redirect = rule.Redirect!;
        int prefixLength = rule.Condition?.KeyPrefixEquals?.Length ?? 0;
        string target = redirect.ReplaceKeyWith
            ?? (redirect.ReplaceKeyPrefixWith is { } prefix ? prefix + EncodeKey(key[prefixLength..]) : EncodeKey(key));
        int status = redirect.HttpRedirectCode is { } code ? int.Parse(code, CultureInfo.InvariantCulture) : MovedPermanently;
        return (status, Encode($"{redirect.Protocol ?? scheme}://{redirect.HostName ?? host}/{target}"));
    }

    /// <summary>Where the redirect of every request leads.</summary>
    /// <param name="everything">The redirect.</param>
    /// <param name="key">The key that the request names.</param>
    /// <param name="scheme">The request's scheme, which the redirect may replace.</param>
    /// <param name="query">The request's query with its question mark, or an empty text.</param>
    /// <returns>The Location of the answer.</returns>
    public static string Follow(RedirectAllRequestsTo everything, string key, string scheme, string query) =>
        Encode($"{everything.Protocol ?? scheme}://{everything.HostName}/{EncodeKey(key)}{query}");

    /// <summary>The Location of a folder: its path with a slash at the end.</summary>
    /// <param name="key">The key, without that slash.</param>
    /// <returns>The Location of the answer.</returns>
    public static string Folder(string key) => $"/{EncodeKey(key)}/";

    private static string EncodeKey(string key) => Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal);

    /// <summary>A location with what no URI may hold percent-encoded.</summary>
    private static string Encode(string location)
    {
        StringBuilder encoded = new(location.Length);
        foreach (byte unit in Encoding.UTF8.GetBytes(location))
        {
            bool isAllowed = char.IsAsciiLetterOrDigit((char)unit) || LocationCharacters.Contains((char)unit, StringComparison.Ordinal);
            if (isAllowed) encoded.Append((char)unit);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }

        return encoded.ToString();
    }
}
