using System.Collections.Frozen;
using System.Text;
using RustStack.Core.Requests;
using RustStack.Core.Signing;
using RustStack.S3.Errors;
using RustStack.S3.Routing;

namespace RustStack.S3.Signing;

/// <summary>
/// Verifies signatures of version 2, of headers, URLs and forms. Regions that AWS opened after January 2014 know version 4 alone.
/// </summary>
/// <param name="keys">The key pairs that are accepted.</param>
internal sealed class SigV2Verifier(AccessKeys keys)
{
    /// <summary>How an Authorization header of version 2 begins.</summary>
    public const string Scheme = "AWS ";

    private const int Base64Bytes = 28;

    /// <summary>The regions that know version 2.</summary>
    private static readonly FrozenSet<string> Regions = FrozenSet.ToFrozenSet(
        ["us-east-1", "us-west-1", "us-west-2", "eu-west-1", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "sa-east-1"],
        StringComparer.Ordinal);

    /// <summary>Refuses version 2 where only version 4 is known.</summary>
    /// <param name="region">The region.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidRequest.</exception>
    public static void CheckRegion(string region)
    {
        if (!Regions.Contains(region)) throw S3SignatureErrors.Version4Only();
    }

    /// <summary>Verifies an Authorization header.</summary>
    /// <param name="request">The request's head.</param>
    /// <param name="target">What it names.</param>
    /// <param name="authorization">The header's value.</param>
    /// <param name="now">The time of the request by the server's clock.</param>
    /// <returns>Whose signature it is.</returns>
    /// <exception cref="Core.Errors.AwsException">It is not good.</exception>
    public AccessKey VerifyHeader(RequestHead request, S3Target target, string authorization, DateTimeOffset now)
    {
        int colon = authorization.LastIndexOf(':');
        bool isComplete = colon > Scheme.Length && colon < authorization.Length - 1;
        if (!isComplete) throw S3SignatureErrors.MalformedVersion2(authorization);
        string? text = request.Header("x-amz-date") ?? request.Header("Date");
        DateTimeOffset time = SignatureTime.Parse(text) ?? throw S3SignatureErrors.NoDate();
        if (SignatureTime.IsSkewed(time, now)) throw S3SignatureErrors.Instance.Skewed(text!, time, now);
        AccessKey key = Find(authorization[Scheme.Length..colon].Trim());
        Verify(key, request, target, expires: null, authorization[(colon + 1)..].Trim());
        return key;
    }

    /// <summary>Verifies a presigned URL.</summary>
    /// <param name="request">The request's head.</param>
    /// <param name="target">What it names.</param>
    /// <param name="query">What its query says of its signature.</param>
    /// <param name="now">The time of the request by the server's clock.</param>
    /// <returns>Whose signature it is.</returns>
    /// <exception cref="Core.Errors.AwsException">It is not good, or its time is over.</exception>
    public AccessKey VerifyQuery(RequestHead request, S3Target target, SigV2Query query, DateTimeOffset now)
    {
        query.Check(now);
        AccessKey key = Find(query.AccessKeyId!);
        Verify(key, request, target, query.Expires, query.Signature!);
        return key;
    }

    /// <summary>Verifies the policy of a form.</summary>
    /// <param name="accessKeyId">Who is said to have signed it.</param>
    /// <param name="policy">The policy as it was sent.</param>
    /// <param name="signature">The signature.</param>
    /// <returns>Whose signature it is.</returns>
    /// <exception cref="Core.Errors.AwsException">It is not good.</exception>
    public AccessKey VerifyPolicy(string accessKeyId, string policy, string signature)
    {
        AccessKey key = Find(accessKeyId);
        Check(key, Encoding.UTF8.GetBytes(policy), signature);
        return key;
    }

    private AccessKey Find(string accessKeyId) =>
        keys.Find(accessKeyId) ?? throw S3SignatureErrors.Instance.UnknownAccessKey(accessKeyId);

    private static void Verify(AccessKey key, RequestHead request, S3Target target, string? expires, string signature)
    {
        bool isOpenBucket = target.Level == S3Level.Bucket && !request.Path.EndsWith('/');
        using SigningText ended = new();
        if (isOpenBucket) SigV2Text.Write(ended, request, target, expires, endsBucket: true);
        if (isOpenBucket && IsSignature(key, ended.Written, signature)) return;
        using SigningText text = new();
        SigV2Text.Write(text, request, target, expires, endsBucket: false);
        Check(key, text.Written, signature);
    }

    private static void Check(AccessKey key, ReadOnlySpan<byte> toSign, string signature)
    {
        if (IsSignature(key, toSign, signature)) return;
        throw S3SignatureErrors.Instance.Mismatch(new(key.Id, signature, Encoding.UTF8.GetString(toSign), null));
    }

    private static bool IsSignature(AccessKey key, ReadOnlySpan<byte> toSign, string signature)
    {
        Span<byte> mac = stackalloc byte[SigningHash.Sha1Bytes];
        Span<byte> base64 = stackalloc byte[Base64Bytes];
        SigningHash.HmacSha1(Encoding.UTF8.GetBytes(key.Secret), toSign, mac);
        System.Buffers.Text.Base64.EncodeToUtf8(mac, base64, out _, out _);
        return SigningHash.AreEqual(base64, signature);
    }
}
