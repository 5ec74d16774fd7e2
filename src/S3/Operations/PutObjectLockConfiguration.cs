using System.Globalization;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Locking;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutObjectLockConfiguration: enables object lock on a versioned bucket, and sets or takes away the default retention.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutObjectLockConfiguration(BucketRegistry buckets) : PutObjectLockConfigurationOperation
{
    private const int MaxDays = 36_500;
    private const int MaxYears = 100;

    protected override async ValueTask<PutObjectLockConfigurationOutput> HandleAsync(
        PutObjectLockConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        BucketLock bucketLock = Read(input.ObjectLockConfiguration ?? throw ProtocolErrors.MissingRequestBody());

        await bucket.ConfigureAsync(configuration => configuration.Versioning == VersioningStatus.Enabled
            ? configuration with { ObjectLock = bucketLock }
            : throw LockErrors.VersioningNotEnabled());

        return new PutObjectLockConfigurationOutput();
    }

    private static BucketLock Read(ObjectLockConfiguration document)
    {
        if (document.ObjectLockEnabled != "Enabled") throw RequestErrors.MalformedXml();
        if (document.Rule is not { } rule) return new();
        if (rule.DefaultRetention is not { } retention) throw RequestErrors.MalformedXml();
        LockMode mode = LockModes.Parse(retention.Mode) ?? throw RequestErrors.MalformedXml();
        if (retention.Days is null == retention.Years is null) throw RequestErrors.MalformedXml();
        CheckPeriod("Days", retention.Days, MaxDays);
        CheckPeriod("Years", retention.Years, MaxYears);
        return new(new DefaultPeriod(mode, retention.Days, retention.Years));
    }

    private static void CheckPeriod(string name, int? value, int max)
    {
        if (value is null) return;
        string text = value.Value.ToString(CultureInfo.InvariantCulture);
        if (value < 1) throw LockErrors.PeriodNotPositive(name, text);
        if (value > max) throw LockErrors.PeriodTooLarge(name, text);
    }
}
