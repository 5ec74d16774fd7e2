using System.Text;
using RustStack.Core.Tests.Signing;

namespace RustStack.Fuzz.Http;

/// <summary>Signs requests after they were changed, so that what is behind the signature is looked at as well.</summary>
internal static class RequestSigner
{
    /// <summary>Signs a request in its Authorization header.</summary>
    /// <param name="request">The request.</param>
    /// <param name="service">The service that it is for.</param>
    /// <param name="host">The authority that it is sent to.</param>
    /// <param name="now">The time.</param>
    /// <returns>The request with its signature, which is good unless the target is beyond repair.</returns>
    public static FuzzRequest Sign(FuzzRequest request, string service, string host, DateTimeOffset now)
    {
        SimpleSigner signer = new("test", "test", "us-east-1", service);
        string declared = request.Header("x-amz-content-sha256") ?? "";
        string hash = declared.Length > 0 ? declared : SimpleSigner.HashOf(request.Body);
        if (declared.Length == 0) request = request.With("x-amz-content-sha256", hash);
        request = request.With("x-amz-date", SimpleSigner.TimeOf(now));
        (string Name, string Value)[] signed = [("host", request.Header("Host") ?? host), .. request.Headers.Select(Encoding.UTF8.GetString).Where(IsAmazon).Select(HeaderOf)];
        string target = Encoding.UTF8.GetString(request.Target);
        int mark = target.IndexOf('?', StringComparison.Ordinal);
        string path = mark < 0 ? target : target[..mark];
        IEnumerable<(string, string)> query = mark < 0 ? [] : target[(mark + 1)..].Split('&').Where(static pair => pair.Length > 0).Select(Split);
        string method = Encoding.UTF8.GetString(request.Method);
        string canonical = SimpleSigner.EncodePath(Uri.UnescapeDataString(path));
        return request.With("Authorization", signer.Authorize(method, canonical, query, signed, hash, now));
    }

    private static bool IsAmazon(string line) => line.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && line.Contains(':', StringComparison.Ordinal);

    private static (string Name, string Value) HeaderOf(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return (line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim());
    }

    private static (string Name, string Value) Split(string pair)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (Uri.UnescapeDataString(pair), "") : (Uri.UnescapeDataString(pair[..equals]), Uri.UnescapeDataString(pair[(equals + 1)..]));
    }
}
