using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RustStack.Core.Requests;

namespace RustStack.Core.Signing;

/// <summary>Verifies signatures of version 4 for one service, header-borne and presigned (IAM user guide, "Signature Version 4").</summary>
/// <param name="keys">The key pairs that are accepted.</param>
/// <param name="service">The service as credential scopes name it.</param>
/// <param name="encodesPathOnce">Whether the canonical path is encoded once, as S3 has it; every other service encodes twice.</param>
/// <param name="errors">What the service calls what is wrong with a signature.</param>
public sealed class SigV4Verifier(AccessKeys keys, string service, bool encodesPathOnce, SignatureErrors errors)
{
    private const string AmazonPrefix = "x-amz-";
    private const string DateHeader = "x-amz-date";
    private const string TokenHeader = "x-amz-security-token";
    private const int HexBytes = 2 * SigningHash.Sha256Bytes;

    private readonly SigningKeys _signingKeys = new();

    /// <summary>Reads an Authorization header of version 4.</summary>
    /// <param name="authorization">The header's value.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="Errors.AwsException">It is not well-formed or not for this service.</exception>
    public SigV4Claim ReadHeader(string authorization) => SigV4Claim.ReadHeader(authorization, service, errors);

    /// <summary>Reads the parameters of a presigned URL of version 4.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <returns>What they say.</returns>
    /// <exception cref="Errors.AwsException">They are not complete, not well-formed or not for this service.</exception>
    public SigV4Claim ReadQuery(PresignedParameters parameters) => SigV4Claim.ReadQuery(parameters, service, errors);

    /// <summary>Verifies a request. Its body is not touched: what the payload's hash states is the caller's to check.</summary>
    /// <param name="request">The request's head.</param>
    /// <param name="claim">What it says of its signature.</param>
    /// <param name="payloadHash">The payload's hash, or what stands in its place.</param>
    /// <param name="now">The time of the request by the server's clock.</param>
    /// <returns>The signature, which is good.</returns>
    /// <exception cref="Errors.AwsException">It is not: too early or late, by a key that is not known, not over all it must cover, or
    /// wrong.</exception>
    public VerifiedSignature Verify(RequestHead request, SigV4Claim claim, ReadOnlySpan<char> payloadHash, DateTimeOffset now)
    {
        string time = CheckTime(request.Headers, claim, now);
        AccessKey key = keys.Find(claim.Credential.AccessKeyId) ?? throw errors.UnknownAccessKey(claim.Credential.AccessKeyId);
        CheckToken(request.Headers, claim);
        CheckSignedHeaders(request.Headers, claim.SignedHeaders);

        byte[] signingKey = _signingKeys.Get(key, claim.Credential);
        using SigningText canonical = new();
        CanonicalRequest.Write(canonical, request, claim, payloadHash, encodesPathOnce);
        using SigningText toSign = new();
        WriteStringToSign(toSign, time, claim.Credential.Scope, canonical.Written);
        if (!IsSignature(signingKey, toSign.Written, claim.Signature))
        {
            throw errors.Mismatch(new(key.Id, claim.Signature, toSign.ToString(), canonical.ToString()));
        }

        _signingKeys.Keep(claim.Credential, signingKey);
        return new(key, claim.Credential.Scope, time, claim.Signature, signingKey);
    }

    /// <summary>Verifies the policy of a form.</summary>
    /// <param name="credential">Who is said to have signed it.</param>
    /// <param name="policy">The policy as it was sent: what is signed.</param>
    /// <param name="signature">The signature.</param>
    /// <returns>Whose signature it is.</returns>
    /// <exception cref="Errors.AwsException">The key is not known or the signature is wrong.</exception>
    public AccessKey VerifyPolicy(SigV4Credential credential, string policy, string signature)
    {
        AccessKey key = keys.Find(credential.AccessKeyId) ?? throw errors.UnknownAccessKey(credential.AccessKeyId);
        byte[] signingKey = _signingKeys.Get(key, credential);
        if (!IsSignature(signingKey, Encoding.UTF8.GetBytes(policy), signature)) throw errors.Mismatch(new(key.Id, signature, policy, null));
        _signingKeys.Keep(credential, signingKey);
        return key;
    }

    /// <summary>Whether a signature is the one of a text.</summary>
    /// <param name="signingKey">The key.</param>
    /// <param name="toSign">The text.</param>
    /// <param name="signature">The signature, in hexadecimal digits.</param>
    /// <returns>True when it is.</returns>
    public static bool IsSignature(ReadOnlySpan<byte> signingKey, ReadOnlySpan<byte> toSign, ReadOnlySpan<char> signature)
    {
        Span<byte> mac = stackalloc byte[SigningHash.Sha256Bytes];
        Span<byte> hex = stackalloc byte[HexBytes];
        SigningHash.HmacSha256(signingKey, toSign, mac);
        Convert.TryToHexStringLower(mac, hex, out _);
        return SigningHash.AreEqual(hex, signature);
    }

    private static void WriteStringToSign(SigningText text, string time, string scope, ReadOnlySpan<byte> canonical)
    {
        Span<byte> hash = stackalloc byte[SigningHash.Sha256Bytes];
        SigningHash.Sha256(canonical, hash);
        text.Append(SigV4Claim.Algorithm);
        text.Append((byte)'\n');
        text.Append(time);
        text.Append((byte)'\n');
        text.Append(scope);
        text.Append((byte)'\n');
        text.AppendHex(hash);
    }

    private string CheckTime(IHeaderDictionary headers, SigV4Claim claim, DateTimeOffset now)
    {
        if (claim.Presigned is { } parameters)
        {
            DateTimeOffset start = SignatureTime.ParseBasic(parameters.Date) ?? throw errors.MalformedQueryDate();
            CheckScopeDate(claim, start);
            parameters.CheckTime(now, errors);
            return parameters.Date!;
        }

        string? text = headers.TryGetValue(DateHeader, out StringValues date) ? date.ToString() : headers.Date.ToString();
        DateTimeOffset time = SignatureTime.Parse(text) ?? throw errors.MissingDate(claim.Authorization);
        CheckScopeDate(claim, time);
        if (SignatureTime.IsSkewed(time, now)) throw errors.Skewed(text, time, now);
        return text.Length == 16 ? text : SignatureTime.Print(time);
    }

    private void CheckScopeDate(SigV4Claim claim, DateTimeOffset time)
    {
        string date = claim.Credential.Date;
        if (!SignatureTime.Print(time).StartsWith(date, StringComparison.Ordinal)) throw errors.ScopeDateDiffers(date, time, claim.IsPresigned);
    }

    /// <summary>Tokens come with temporary keys, which nobody hands out here: whatever one says is as good as another, but not nothing.</summary>
    private void CheckToken(IHeaderDictionary headers, SigV4Claim claim)
    {
        string? token = claim.Presigned?.SecurityToken ?? (headers.TryGetValue(TokenHeader, out StringValues sent) ? sent.ToString() : null);
        if (token is not null && string.IsNullOrWhiteSpace(token)) throw errors.InvalidToken(token);
    }

    /// <summary>The host and all headers of AWS's own have to be signed.</summary>
    private void CheckSignedHeaders(IHeaderDictionary headers, SignedHeaderList signed)
    {
        List<string>? missing = null;
        if (!signed.Contains("host")) (missing ??= []).Add("host");
        foreach (KeyValuePair<string, StringValues> header in headers)
        {
            bool isAmazons = header.Key.StartsWith(AmazonPrefix, StringComparison.OrdinalIgnoreCase);
            if (isAmazons && !signed.Contains(header.Key)) (missing ??= []).Add(header.Key.ToLowerInvariant());
        }

        if (missing is not null) throw errors.HeadersNotSigned(missing);
    }
}
