using RustStack.Core.Requests;
using RustStack.Core.Signing;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Forms;
using RustStack.S3.Routing;

namespace RustStack.S3.Signing;

/// <summary>Finds out who sends a request: verifies its signature, of version 4 or 2, in its header, its query or its form.</summary>
/// <param name="keys">The key pairs that are accepted.</param>
/// <param name="buckets">The buckets, whose regions requests have to be signed for.</param>
/// <param name="defaultRegion">The region of requests about no bucket that is there.</param>
internal sealed class S3Authentication(AccessKeys keys, BucketRegistry buckets, string defaultRegion)
{
    private const string Service = "s3";
    private const string AnyVersion4 = "AWS4-";
    private const string PayloadHashHeader = "x-amz-content-sha256";
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    private readonly SigV4Verifier _version4 = new(keys, Service, encodesPathOnce: true, S3SignatureErrors.Instance);
    private readonly SigV2Verifier _version2 = new(keys);

    /// <summary>Refuses a presigned URL whose time is over; this holds whether or not signatures are verified.</summary>
    /// <param name="query">The URL's query.</param>
    /// <param name="now">The time of the request.</param>
    /// <exception cref="Core.Errors.AwsException">AccessDenied.</exception>
    public static void CheckExpiry(S3Query query, DateTimeOffset now)
    {
        if (!query.IsPresigned) return;
        if (PresignedParameters.Read(query.Find) is { } version4) version4.CheckExpiry(now, S3SignatureErrors.Instance);
        else SigV2Query.Read(query)?.CheckExpiry(now);
    }

    /// <summary>Verifies a request's signature.</summary>
    /// <param name="request">The request's head.</param>
    /// <param name="target">What it names.</param>
    /// <param name="now">The time of the request by the server's clock.</param>
    /// <returns>Who sends it.</returns>
    /// <exception cref="Core.Errors.AwsException">The signature is not good.</exception>
    public Caller Authenticate(RequestHead request, S3Target target, DateTimeOffset now)
    {
        string? authorization = request.Header("Authorization");
        PresignedParameters? presigned = PresignedParameters.Read(target.Query.Find);
        SigV2Query? version2 = SigV2Query.Read(target.Query);
        int mechanisms = (string.IsNullOrEmpty(authorization) ? 0 : 1) + (presigned is null ? 0 : 1) + (version2 is null ? 0 : 1);
        if (mechanisms == 0) return Caller.Anonymous;
        if (mechanisms > 1) throw S3SignatureErrors.Instance.TwoMechanisms(authorization ?? "");
        if (presigned is not null) return VerifyVersion4(request, target, _version4.ReadQuery(presigned), now);
        if (version2 is not null) return VerifyVersion2(request, target, version2, now);
        if (authorization!.StartsWith(AnyVersion4, StringComparison.Ordinal))
        {
            return VerifyVersion4(request, target, _version4.ReadHeader(authorization), now);
        }

        if (!authorization.StartsWith(SigV2Verifier.Scheme, StringComparison.Ordinal))
        {
            throw S3SignatureErrors.Instance.UnknownScheme(authorization);
        }

        SigV2Verifier.CheckRegion(RegionOf(target) ?? defaultRegion);
        return new(_version2.VerifyHeader(request, target, authorization, now), null);
    }

    /// <summary>Verifies the signature of a form's policy.</summary>
    /// <param name="fields">The form's fields, with a policy and the signature's fields.</param>
    /// <param name="target">What the form is sent to.</param>
    /// <returns>Who signed it.</returns>
    /// <exception cref="Core.Errors.AwsException">The signature is not good.</exception>
    public Caller AuthenticateForm(FormFields fields, S3Target target)
    {
        string policy = fields.Find("policy")!;
        if (fields.Find("X-Amz-Algorithm") is not { } algorithm)
        {
            SigV2Verifier.CheckRegion(RegionOf(target) ?? defaultRegion);
            return new(_version2.VerifyPolicy(fields.Find("AWSAccessKeyId")!, policy, fields.Find("Signature")!), null);
        }

        S3SignatureErrors errors = S3SignatureErrors.Instance;
        if (algorithm != SigV4Claim.Algorithm) throw errors.UnsupportedAlgorithm(algorithm, isPresigned: true);
        SigV4Credential credential = SigV4Credential.Read(fields.Find("X-Amz-Credential")!, Service, errors, isPresigned: true);
        CheckRegion(target, credential, isPresigned: true);
        string date = fields.Find("X-Amz-Date")!;
        DateTimeOffset time = SignatureTime.ParseBasic(date) ?? throw errors.MalformedQueryDate();
        if (!date.StartsWith(credential.Date, StringComparison.Ordinal)) throw errors.ScopeDateDiffers(credential.Date, time, isPresigned: true);
        return new(_version4.VerifyPolicy(credential, policy, fields.Find("X-Amz-Signature")!), null);
    }

    private Caller VerifyVersion4(RequestHead request, S3Target target, SigV4Claim claim, DateTimeOffset now)
    {
        CheckRegion(target, claim.Credential, claim.IsPresigned);
        string? payloadHash = request.Header(PayloadHashHeader);
        if (claim.IsPresigned) payloadHash ??= target.Query.FindAnyCase(PayloadHashHeader) ?? UnsignedPayload;
        VerifiedSignature signature = _version4.Verify(request, claim, payloadHash ?? throw S3SignatureErrors.MissingPayloadHash(), now);
        return new(signature.Signer, signature);
    }

    private Caller VerifyVersion2(RequestHead request, S3Target target, SigV2Query query, DateTimeOffset now)
    {
        SigV2Verifier.CheckRegion(RegionOf(target) ?? defaultRegion);
        return new(_version2.VerifyQuery(request, target, query, now), null);
    }

    /// <summary>A request about a bucket has to be signed for its region; regions that AWS does not have stand for the default one.</summary>
    private void CheckRegion(S3Target target, SigV4Credential credential, bool isPresigned)
    {
        if (RegionOf(target) is not { } expected) return;
        string signed = BucketRegion.IsRegion(credential.Region) ? credential.Region : BucketRegion.Default;
        if (signed != expected) throw S3SignatureErrors.Instance.WrongRegion(credential.Region, expected, isPresigned);
    }

    private string? RegionOf(S3Target target) => target.Bucket.Length == 0 ? null : buckets.TryFind(target.Bucket)?.Region;
}
