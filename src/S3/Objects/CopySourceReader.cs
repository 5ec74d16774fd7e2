using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Encryption;
using RustStack.S3.Errors;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Objects;

/// <summary>Takes hold of the source of a copy, by the headers that CopyObject and UploadPartCopy share.</summary>
internal static class CopySourceReader
{
    private const string Prefix = "x-amz-copy-source-";

    /// <summary>Takes hold of the source.</summary>
    /// <param name="buckets">The buckets.</param>
    /// <param name="source">What it is.</param>
    /// <param name="expectedOwner">The account that must own its bucket, if the request says so.</param>
    /// <param name="exchange">The request.</param>
    /// <returns>The source.</returns>
    /// <exception cref="Core.Errors.AwsException">It is not there, too large, archived, of another key, or a condition does not
    /// hold.</exception>
    public static ObjectLease Lease(BucketRegistry buckets, CopySource source, string? expectedOwner, S3Exchange exchange)
    {
        StoredBucket bucket = buckets.Find(source.Bucket, expectedOwner);
        string action = source.VersionId is null ? "s3:GetObject" : "s3:GetObjectVersion";
        if (exchange.Caller is { } caller) AccessRules.Check(bucket, caller, action, source.Key, source.VersionId);
        CustomerKey customerKey = ReadCustomerKey(exchange);
        ObjectLease lease = bucket.Lease(new(ObjectKey.Parse(source.Key), VersionId.Check(source.VersionId), Method: null));
        try
        {
            Check(lease.Version, customerKey, exchange);
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    private static void Check(StoredObject version, CustomerKey customerKey, S3Exchange exchange)
    {
        customerKey.CheckRead(version.Properties.Encryption);
        if (StorageClasses.IsArchived(version.Properties.StorageClass))
        {
            throw ObjectErrors.InvalidObjectState(version.Properties.StorageClass);
        }

        ReadCondition condition = new(
            exchange.Header(Prefix + "if-match"),
            exchange.Header(Prefix + "if-none-match"),
            WireValue.HttpDateOrNull(exchange.Header(Prefix + "if-modified-since")),
            WireValue.HttpDateOrNull(exchange.Header(Prefix + "if-unmodified-since")));
        (ReadConditionResult result, string header) = condition.Evaluate(version);
        if (result != ReadConditionResult.Holds) throw RequestErrors.PreconditionFailed(Prefix + header);
        if (version.SizeBytes > UploadPlan.MaxLengthBytes && exchange.Header(Prefix + "range") is null)
        {
            throw ObjectErrors.CopySourceTooLarge(UploadPlan.MaxLengthBytes);
        }
    }

    private static CustomerKey ReadCustomerKey(S3Exchange exchange) => CustomerKey.Parse(
        exchange.Header(Prefix + "server-side-encryption-customer-algorithm"),
        exchange.Header(Prefix + "server-side-encryption-customer-key"),
        exchange.Header(Prefix + "server-side-encryption-customer-key-MD5"));
}
