using System.Globalization;
using RustStack.Core.Errors;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Website;

/// <summary>Checks how a bucket is to be served as a website, as PutBucketWebsite does.</summary>
internal static class WebsiteRules
{
    private const int MaxRoutingRules = 50;

    /// <summary>Checks a configuration that is to be kept.</summary>
    /// <param name="website">The configuration.</param>
    /// <returns>The same configuration.</returns>
    /// <exception cref="AwsException">S3 would refuse it.</exception>
    public static WebsiteConfiguration Check(WebsiteConfiguration website)
    {
        if (website.RedirectAllRequestsTo is { } everything)
        {
            bool isAlone = website is { IndexDocument: null, ErrorDocument: null, RoutingRules: null };
            if (!isAlone) throw WebsiteErrors.RedirectAllNotAlone();
            CheckTarget(everything.HostName, everything.Protocol);
            return website;
        }

        string suffix = (website.IndexDocument ?? throw WebsiteErrors.NoIndexDocument()).Suffix!;
        if (suffix.Length == 0 || suffix.Contains('/', StringComparison.Ordinal)) throw WebsiteErrors.InvalidSuffix(suffix);
        if (website.ErrorDocument is { Key: null or "" }) throw RequestErrors.MalformedXml();
        if (website.RoutingRules is { } rules) Check(rules);
        return website;
    }

    private static void Check(IReadOnlyList<RoutingRule> rules)
    {
        if (rules.Count == 0) throw RequestErrors.MalformedXml();
        if (rules.Count > MaxRoutingRules) throw WebsiteErrors.TooManyRules(rules.Count, MaxRoutingRules);
        foreach (RoutingRule rule in rules)
        {
            CheckRedirect(rule.Redirect!);
            if (rule.Condition is { } condition) CheckCondition(condition);
        }
    }

    private static void CheckRedirect(Redirect redirect)
    {
        if (redirect is { HostName: null, HttpRedirectCode: null, Protocol: null, ReplaceKeyPrefixWith: null, ReplaceKeyWith: null })
        {
            throw RequestErrors.MalformedXml();
        }

        CheckTarget(redirect.HostName, redirect.Protocol);
        if (redirect is { ReplaceKeyPrefixWith: not null, ReplaceKeyWith: not null }) throw WebsiteErrors.TwoReplacements();
        if (ParseCode(redirect.HttpRedirectCode) is { } code && code is <= 300 or >= 400) throw WebsiteErrors.InvalidRedirectCode(code);
    }

    private static void CheckCondition(Condition condition)
    {
        if (condition is { HttpErrorCodeReturnedEquals: null, KeyPrefixEquals: null }) throw WebsiteErrors.EmptyCondition();
        if (ParseCode(condition.HttpErrorCodeReturnedEquals) is { } code && code is < 400 or > 599)
        {
            throw WebsiteErrors.InvalidErrorCode(code);
        }
    }

    private static void CheckTarget(string? host, string? protocol)
    {
        if (host is "") throw WebsiteErrors.BlankHost();
        if (protocol is not (null or "http" or "https")) throw WebsiteErrors.InvalidProtocol();
    }

    private static int? ParseCode(string? text)
    {
        if (text is null) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : throw RequestErrors.MalformedXml();
    }
}
