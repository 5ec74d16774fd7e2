using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RustStack.Core.Tests.Signing;

/// <summary>Signature Version 4 as its description says it, with strings and no thought of speed: what the product is compared with.</summary>
internal sealed class SimpleSigner(string accessKey, string secret, string region, string service)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Percent-encodes everything but unreserved characters.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);

    public static string EncodePath(string key) => string.Join('/', key.Split('/').Select(Encode));

    /// <summary>The canonical request of decoded parts.</summary>
    public static string Canonical(
        string method,
        string canonicalPath,
        IEnumerable<(string Name, string Value)> query,
        IEnumerable<(string Name, string Value)> headers,
        string payloadHash)
    {
        IEnumerable<string> parameters = query
            .Select(static parameter => (Name: Encode(parameter.Name), Value: Encode(parameter.Value)))
            .OrderBy(static parameter => parameter.Name, StringComparer.Ordinal)
            .ThenBy(static parameter => parameter.Value, StringComparer.Ordinal)
            .Select(static parameter => $"{parameter.Name}={parameter.Value}");
        (string Name, string Value)[] sorted = Merge(headers);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{method}\n{canonicalPath}\n{string.Join('&', parameters)}\n");
        foreach ((string name, string value) in sorted) text.Append(CultureInfo.InvariantCulture, $"{name}:{value}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{Names(headers)}\n{payloadHash}");
        return text.ToString();
    }

    /// <summary>The list of signed headers.</summary>
    public static string Names(IEnumerable<(string Name, string Value)> headers) =>
        string.Join(';', Merge(headers).Select(static header => header.Name));

    public string Scope(DateTimeOffset time) => $"{TimeOf(time)[..8]}/{region}/{service}/aws4_request";

    public string Sign(string canonical, DateTimeOffset time) =>
        SignText($"{Algorithm}\n{TimeOf(time)}\n{Scope(time)}\n{HashOf(Encoding.UTF8.GetBytes(canonical))}", time);

    public string SignText(string text, DateTimeOffset time)
    {
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string step in Scope(time).Split('/')) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    public string SignChunk(string previous, byte[] chunk, DateTimeOffset time) =>
        SignText($"AWS4-HMAC-SHA256-PAYLOAD\n{TimeOf(time)}\n{Scope(time)}\n{previous}\n{HashOf([])}\n{HashOf(chunk)}", time);

    public string SignTrailers(string previous, string trailers, DateTimeOffset time) => SignText(
        $"AWS4-HMAC-SHA256-TRAILER\n{TimeOf(time)}\n{Scope(time)}\n{previous}\n{HashOf(Encoding.UTF8.GetBytes(trailers))}", time);

    public string Header(string signedHeaders, string signature, DateTimeOffset time) =>
        $"{Algorithm} Credential={accessKey}/{Scope(time)}, SignedHeaders={signedHeaders}, Signature={signature}";

    /// <summary>The Authorization header of a request.</summary>
    public string Authorize(
        string method,
        string canonicalPath,
        IEnumerable<(string Name, string Value)> query,
        IReadOnlyCollection<(string Name, string Value)> headers,
        string payloadHash,
        DateTimeOffset time) =>
        Header(Names(headers), Sign(Canonical(method, canonicalPath, query, headers, payloadHash), time), time);

    /// <summary>The query of a presigned URL, the parameters of the request among it.</summary>
    public string Presign(
        string method,
        string canonicalPath,
        IEnumerable<(string Name, string Value)> query,
        IReadOnlyCollection<(string Name, string Value)> headers,
        long seconds,
        DateTimeOffset time,
        string payloadHash = "UNSIGNED-PAYLOAD")
    {
        List<(string Name, string Value)> all =
        [
            .. query,
            ("X-Amz-Algorithm", Algorithm),
            ("X-Amz-Credential", $"{accessKey}/{Scope(time)}"),
            ("X-Amz-Date", TimeOf(time)),
            ("X-Amz-Expires", seconds.ToString(CultureInfo.InvariantCulture)),
            ("X-Amz-SignedHeaders", Names(headers)),
        ];
        string signature = Sign(Canonical(method, canonicalPath, all, headers, payloadHash), time);
        return string.Join('&', all.Append((Name: "X-Amz-Signature", Value: signature)).Select(static pair => $"{Encode(pair.Name)}={Encode(pair.Value)}"));
    }

    /// <summary>Headers as they are signed: lower case, in order, values of one name joined, white space folded.</summary>
    private static (string Name, string Value)[] Merge(IEnumerable<(string Name, string Value)> headers) =>
    [
        .. headers
            .GroupBy(static header => header.Name.ToLowerInvariant(), StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => (group.Key, string.Join(',', group.Select(static header => Fold(header.Value))))),
    ];

    private static string Fold(string value) => string.Join(' ', value.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
