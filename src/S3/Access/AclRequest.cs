using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Access;

/// <summary>
/// The ACL that a request asks for, in one of three ways: a canned ACL, grants in headers, or a document. Who the owner is shows only
/// when it is resolved.
/// </summary>
internal sealed class AclRequest
{
    private const string CannedHeader = "x-amz-acl";

    private readonly string? _canned;
    private readonly IReadOnlyList<AclGrant> _grants;
    private readonly AccessControlPolicy? _document;
    private readonly string _method;

    private AclRequest(string? canned, IReadOnlyList<AclGrant> grants, AccessControlPolicy? document, string method)
    {
        _canned = canned;
        _grants = grants;
        _document = document;
        _method = method;
    }

    /// <summary>The canned ACL; null when the request has none.</summary>
    public string? Canned => _canned;

    /// <summary>Whether the request says nothing about an ACL.</summary>
    public bool IsEmpty => _canned is null && _grants.Count == 0 && _document is null;

    /// <summary>Reads the headers of a request that may set an ACL beside what else it does.</summary>
    /// <param name="exchange">The request.</param>
    /// <returns>What it asks for.</returns>
    /// <exception cref="Core.Errors.AwsException">The headers are not valid, or contradict each other.</exception>
    public static AclRequest Read(S3Exchange exchange)
    {
        string? canned = exchange.Header(CannedHeader) is { Length: > 0 } name ? name : null;
        IReadOnlyList<AclGrant> grants = GrantHeaders.Read(exchange);
        if (canned is not null && grants.Count > 0) throw AccessErrors.AclWithGrants();
        return new(canned, grants, null, exchange.Method);
    }

    /// <summary>Reads a request that does nothing but put an ACL.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="document">Its document, or null.</param>
    /// <returns>What it asks for.</returns>
    /// <exception cref="Core.Errors.AwsException">It asks for nothing or in two ways, or the headers are not valid.</exception>
    public static AclRequest Read(S3Exchange exchange, AccessControlPolicy? document)
    {
        AclRequest headers = Read(exchange);
        if (document is null) return headers.IsEmpty ? throw ProtocolErrors.MissingHeader(CannedHeader) : headers;
        return headers.IsEmpty ? new(null, [], document, exchange.Method) : throw AccessErrors.UnexpectedContent();
    }

    /// <summary>The ACL of a bucket.</summary>
    /// <param name="ownerId">The bucket's owner.</param>
    /// <exception cref="Core.Errors.AwsException">The canned ACL or the document is not valid.</exception>
    public AccessControlList ForBucket(string ownerId) =>
        _canned is not null ? CannedAcl.OfBucket(_canned, ownerId) : Explicit(ownerId);

    /// <summary>The ACL of an object.</summary>
    /// <param name="ownerId">The object's owner.</param>
    /// <param name="bucketOwnerId">The bucket's owner.</param>
    /// <exception cref="Core.Errors.AwsException">The canned ACL or the document is not valid.</exception>
    public AccessControlList ForObject(string ownerId, string bucketOwnerId) =>
        _canned is not null ? CannedAcl.OfObject(_canned, ownerId, bucketOwnerId) : Explicit(ownerId);

    private AccessControlList Explicit(string ownerId)
    {
        if (_document is not null) return AclDocument.Read(_document, ownerId, _method);
        return _grants.Count > 0 ? new(ownerId, _grants) : AccessControlList.Private(ownerId);
    }
}
