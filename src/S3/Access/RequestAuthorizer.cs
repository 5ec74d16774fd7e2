using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Protocol;
using RustStack.S3.Signing;

namespace RustStack.S3.Access;

/// <summary>Stands before the operations: refuses a request whose caller may not do what it asks.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class RequestAuthorizer(BucketRegistry buckets)
{
    /// <summary>Checks a request whose caller is known. What a bucket that is not there has to say is the operation's to say.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="exchange">The request.</param>
    /// <exception cref="Core.Errors.AwsException">AccessDenied.</exception>
    public void Check(string operation, Caller caller, S3Exchange exchange)
    {
        if (OperationActions.ChecksItself(operation)) return;
        if (OperationActions.Find(operation) is not { } needed)
        {
            if (caller.Signer is null) throw RequestErrors.AccessDenied();
            return;
        }

        if (buckets.TryFind(exchange.Bucket) is not { } bucket) return;
        string? versionId = exchange.Query("versionId");
        AccessRules.Check(bucket, caller, needed.For(versionId), needed.IsOnObject ? exchange.Key : null, versionId);
        foreach ((string action, bool isAsked) in Besides(operation, exchange))
        {
            if (isAsked) AccessRules.Check(bucket, caller, action, exchange.Key);
        }
    }

    /// <summary>What a request asks beside its operation, by headers.</summary>
    private static (string Action, bool IsAsked)[] Besides(string operation, S3Exchange exchange) => operation switch
    {
        "PutObject" or "CopyObject" or "CreateMultipartUpload" =>
        [
            ("s3:PutObjectTagging", exchange.Header("x-amz-tagging") is not null),
            ("s3:PutObjectRetention", exchange.Header("x-amz-object-lock-mode") is not null),
            ("s3:PutObjectLegalHold", exchange.Header("x-amz-object-lock-legal-hold") is not null),
        ],
        "DeleteObject" or "PutObjectRetention" =>
            [("s3:BypassGovernanceRetention", exchange.Header("x-amz-bypass-governance-retention") == "true")],
        _ => [],
    };
}
