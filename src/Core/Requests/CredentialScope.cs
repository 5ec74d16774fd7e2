using Microsoft.AspNetCore.Http;

namespace RustStack.Core.Requests;

/// <summary>
/// What a request says of its signer: the access key and, for Signature Version 4, date, region and service
/// (AWS General Reference, "Elements of an AWS API request signature"). Parsing is lenient: it verifies nothing.
/// </summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="Date">The scope's date as <c>yyyyMMdd</c>; null for Signature Version 2.</param>
/// <param name="Region">The scope's region; null for Signature Version 2.</param>
/// <param name="Service">The scope's service, such as <c>s3</c>; null for Signature Version 2.</param>
public sealed record CredentialScope(string AccessKeyId, string? Date, string? Region, string? Service)
{
    private const string SigV4Scheme = "AWS4-";
    private const string SigV2Scheme = "AWS ";

    /// <summary>Reads the scope from the Authorization header, else from the query of a presigned URL.</summary>
    /// <param name="request">The request as it came.</param>
    /// <returns>The scope, or null for an anonymous or unintelligible request.</returns>
    public static CredentialScope? Of(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        if (!string.IsNullOrEmpty(authorization)) return ParseAuthorization(authorization);
        if (!request.QueryString.HasValue) return null;
        if (request.Query.TryGetValue("X-Amz-Credential", out var credential)) return ParseCredential(credential.ToString());
        return request.Query.TryGetValue("AWSAccessKeyId", out var accessKeyId) && accessKeyId.ToString() is { Length: > 0 } key
            ? new(key, null, null, null)
            : null;
    }

    /// <summary>Reads the scope from an Authorization header's value, Signature Version 4 or 2.</summary>
    /// <param name="authorization">The header's value.</param>
    /// <returns>The scope, or null when there is none in it.</returns>
    public static CredentialScope? ParseAuthorization(string authorization)
    {
        if (authorization.StartsWith(SigV4Scheme, StringComparison.Ordinal)) return ParseSigV4(authorization);
        if (!authorization.StartsWith(SigV2Scheme, StringComparison.Ordinal)) return null;
        int colon = authorization.LastIndexOf(':');
        return colon > SigV2Scheme.Length ? new(authorization[SigV2Scheme.Length..colon], null, null, null) : null;
    }

    /// <summary>Reads a credential: <c>ACCESS-KEY/yyyyMMdd/REGION/SERVICE/aws4_request</c>. The access key may itself contain slashes.</summary>
    /// <param name="credential">The credential, percent-decoded.</param>
    /// <returns>The scope, or null when the text has another form.</returns>
    public static CredentialScope? ParseCredential(string credential)
    {
        string[] parts = credential.Split('/');
        if (parts.Length < 5) return null;
        string accessKeyId = string.Join('/', parts[..^4]);
        return accessKeyId.Length == 0 ? null : new(accessKeyId, parts[^4], parts[^3], parts[^2]);
    }

    private static CredentialScope? ParseSigV4(string authorization)
    {
        const string Parameter = "Credential=";
        int start = authorization.IndexOf(Parameter, StringComparison.Ordinal);
        if (start < 0) return null;
        ReadOnlySpan<char> rest = authorization.AsSpan(start + Parameter.Length);
        int end = rest.IndexOfAny(',', ' ');
        return ParseCredential((end < 0 ? rest : rest[..end]).ToString());
    }
}
