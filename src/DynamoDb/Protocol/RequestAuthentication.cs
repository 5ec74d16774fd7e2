using Microsoft.AspNetCore.Http;
using RustStack.Core.Requests;
using RustStack.Core.Signing;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Protocol;

/// <summary>Verifies the signature of a request to DynamoDB, in its header or its query; nobody is answered without one.</summary>
/// <param name="keys">The key pairs that are accepted.</param>
internal sealed class RequestAuthentication(AccessKeys keys)
{
    private const string Service = "dynamodb";
    private const string Domain = ".amazonaws.com";
    private const int HexDigits = 2 * SigningHash.Sha256Bytes;

    private readonly SigV4Verifier _verifier = new(keys, Service, encodesPathOnce: false, DynamoDbSignatureErrors.Instance);

    /// <summary>Verifies a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body, which the signature covers.</param>
    /// <param name="now">The time of the request by the server's clock.</param>
    /// <exception cref="Core.Errors.AwsException">There is no signature, or it is not good.</exception>
    public void Verify(HttpRequest request, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        SigV4Claim claim = ReadClaim(request);
        CheckRegion(request.Host.Host, claim);
        Span<byte> hash = stackalloc byte[SigningHash.Sha256Bytes];
        Span<char> payloadHash = stackalloc char[HexDigits];
        SigningHash.Sha256(body, hash);
        Convert.TryToHexStringLower(hash, payloadHash, out _);
        _verifier.Verify(RequestHead.Of(request), claim, payloadHash, now);
    }

    /// <summary>Every region is here, unless the host names one: <c>dynamodb.REGION.amazonaws.com</c>.</summary>
    private static void CheckRegion(string host, SigV4Claim claim)
    {
        bool namesRegion = host.StartsWith(Service + ".", StringComparison.OrdinalIgnoreCase) && host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase);
        if (!namesRegion || host.Length <= Service.Length + 1 + Domain.Length) return;
        string region = host[(Service.Length + 1)..^Domain.Length];
        bool isRegions = region.Equals(claim.Credential.Region, StringComparison.OrdinalIgnoreCase);
        if (!isRegions) throw DynamoDbSignatureErrors.Instance.WrongRegion(claim.Credential.Region, region, claim.IsPresigned);
    }

    private SigV4Claim ReadClaim(HttpRequest request)
    {
        string authorization = request.Headers.Authorization.ToString();
        PresignedParameters? presigned = request.QueryString.HasValue
            ? PresignedParameters.Read(name => request.Query.TryGetValue(name, out var value) ? value.ToString() : null)
            : null;
        if (authorization.Length > 0 && presigned is not null) throw DynamoDbSignatureErrors.Instance.TwoMechanisms(authorization);
        if (presigned is not null) return _verifier.ReadQuery(presigned);
        return authorization.StartsWith("AWS4-", StringComparison.Ordinal)
            ? _verifier.ReadHeader(authorization)
            : throw DynamoDbSignatureErrors.MissingToken();
    }
}
