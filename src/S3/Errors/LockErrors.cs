using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with object lock.</summary>
internal static class LockErrors
{
    public static AwsException BucketWithoutLock() => RequestErrors.InvalidRequest("Bucket is missing Object Lock Configuration");

    public static AwsException NoBucketConfiguration(string bucket) =>
        new AwsException("ObjectLockConfigurationNotFoundError", 404, "Object Lock configuration does not exist for this bucket")
            .With("BucketName", bucket);

    public static AwsException NoObjectConfiguration() =>
        new("NoSuchObjectLockConfiguration", 404, "The specified object does not have a ObjectLock configuration");

    public static AwsException BypassWithoutLock() =>
        new AwsException(
            "InvalidArgument", 400, "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.")
            .With("ArgumentName", "x-amz-bypass-governance-retention");

    public static AwsException HalfARetention(string missingHeader) =>
        new AwsException(
            "InvalidArgument", 400, "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied")
            .With("ArgumentName", missingHeader);

    public static AwsException UnknownMode(string value) =>
        RequestErrors.InvalidArgument("Unknown wormMode directive.", "x-amz-object-lock-mode", value);

    public static AwsException UnknownLegalHold(string value) =>
        RequestErrors.InvalidArgument("Legal Hold must be either of 'ON' or 'OFF'", "x-amz-object-lock-legal-hold", value);

    public static AwsException NotInTheFuture(string name, string value) =>
        RequestErrors.InvalidArgument("The retain until date must be in the future!", name, value);

    public static AwsException NoDigest(string request) =>
        RequestErrors.InvalidRequest(
            $"Content-MD5 OR x-amz-checksum- HTTP header is required for {request} requests with Object Lock parameters");

    public static AwsException Protected() => new("AccessDenied", 403, "Access Denied because object protected by object lock.");

    public static AwsException PeriodNotPositive(string name, string value) =>
        RequestErrors.InvalidArgument("Default retention period must be a positive integer value.", name, value);

    public static AwsException PeriodTooLarge(string name, string value) =>
        RequestErrors.InvalidArgument("Default retention period too large.", name, value);

    public static AwsException VersioningNotEnabled() =>
        new("InvalidBucketState", 409, "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");

    public static AwsException VersioningIsLocked() =>
        new(
            "InvalidBucketState",
            409,
            "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.");
}
