using RustStack.Core.Errors;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Cors;

/// <summary>The CORS rules of a bucket (Amazon S3 user guide, "Using cross-origin resource sharing").</summary>
internal static class CorsRules
{
    /// <summary>The methods that a rule may allow.</summary>
    public static readonly IReadOnlyList<string> Methods = ["GET", "PUT", "HEAD", "POST", "DELETE"];

    private const int MaxRules = 100;
    private const int MaxIdLength = 255;

    /// <summary>Checks rules that are to be kept.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>The same rules.</returns>
    /// <exception cref="AwsException">There are too many, or S3 would refuse one.</exception>
    public static IReadOnlyList<CORSRule> Check(IReadOnlyList<CORSRule> rules)
    {
        if (rules.Count > MaxRules) throw CorsErrors.TooManyRules();
        foreach (CORSRule rule in rules) CheckForm(rule);
        foreach (CORSRule rule in rules) CheckValues(rule);
        return rules;
    }

    /// <summary>Finds what the first rule that fits a request grants it.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="origin">The request's origin.</param>
    /// <param name="method">Its method; of a preflight, the one that is to follow.</param>
    /// <param name="headers">The headers that a preflight announces.</param>
    /// <returns>The grant, or null when no rule fits.</returns>
    public static CorsGrant? Find(IReadOnlyList<CORSRule> rules, string origin, string method, IReadOnlyList<string> headers)
    {
        foreach (CORSRule rule in rules)
        {
            if (!rule.AllowedMethods!.Contains(method)) continue;
            string? fitting = rule.AllowedOrigins!.Contains(WildcardPattern.Any)
                ? WildcardPattern.Any
                : rule.AllowedOrigins!.FirstOrDefault(pattern => WildcardPattern.Fits(pattern, origin, StringComparison.Ordinal));
            if (fitting is null || !headers.All(header => IsAllowed(rule, header))) continue;
            return new(rule, fitting == WildcardPattern.Any ? WildcardPattern.Any : origin, headers);
        }

        return null;
    }

    private static bool IsAllowed(CORSRule rule, string header) =>
        (rule.AllowedHeaders ?? []).Any(pattern => WildcardPattern.Fits(pattern, header, StringComparison.OrdinalIgnoreCase));

    private static void CheckForm(CORSRule rule)
    {
        bool isWellFormed = !(rule.ID?.Length > MaxIdLength)
            && !(rule.MaxAgeSeconds < 0)
            && !rule.AllowedOrigins!.Contains("")
            && !(rule.AllowedHeaders ?? []).Contains("")
            && !(rule.ExposeHeaders ?? []).Contains("");
        if (!isWellFormed) throw RequestErrors.MalformedXml();
    }

    private static void CheckValues(CORSRule rule)
    {
        foreach (string method in rule.AllowedMethods!)
        {
            if (!Methods.Contains(method)) throw CorsErrors.UnsupportedMethod(method);
        }

        foreach (string origin in rule.AllowedOrigins!)
        {
            if (WildcardPattern.HasTwoWildcards(origin)) throw CorsErrors.TwoWildcards("AllowedOrigin", origin);
        }

        foreach (string header in rule.AllowedHeaders ?? [])
        {
            if (WildcardPattern.HasTwoWildcards(header)) throw CorsErrors.TwoWildcards("AllowedHeader", header);
            if (!IsHeaderName(header)) throw CorsErrors.InvalidCharacter("AllowedHeader", header);
        }

        foreach (string header in rule.ExposeHeaders ?? [])
        {
            if (header.Contains('*', StringComparison.Ordinal)) throw CorsErrors.WildcardExposed(header);
            if (!IsHeaderName(header)) throw CorsErrors.InvalidCharacter("ExposeHeader", header);
        }
    }

    /// <summary>Whether a text is a token of HTTP (RFC 9110, section 5.6.2), of which the asterisk is a part.</summary>
    private static bool IsHeaderName(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
