using RustStack.Core.Errors;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Access;

/// <summary>
/// What a reader learns of a key that is not there: nothing, when the bucket's policy denies it to list the bucket (Amazon S3 API
/// reference, "GetObject", permissions).
/// </summary>
internal static class MissingKey
{
    private const string ListAction = "s3:ListBucket";
    private const string NoSuchKey = "NoSuchKey";

    /// <summary>Takes hold of an object that is to be read.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="reference">The object.</param>
    /// <param name="exchange">The request.</param>
    /// <returns>The object.</returns>
    /// <exception cref="AwsException">There is no such object or version; AccessDenied when that must not be told.</exception>
    public static ObjectLease Lease(StoredBucket bucket, ObjectReference reference, S3Exchange exchange)
    {
        try
        {
            return bucket.Lease(reference);
        }
        catch (AwsException error) when (error.Code == NoSuchKey && IsHidden(bucket, exchange))
        {
            throw RequestErrors.AccessDenied();
        }
    }

    private static bool IsHidden(StoredBucket bucket, S3Exchange exchange) => exchange.Caller is { } caller
        ? !AccessRules.MayKnowOfAbsence(bucket, caller)
        : bucket.Configuration.Policy?.Denies(exchange.Context.AccountId, ListAction, BucketArn.Of(bucket.Name)) == true;
}
