using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class ObjectLockTests(RunningInstance instance) : S3Test(instance)
{
    private const string Denied = "Access Denied because object protected by object lock.";

    private static DateTime Later => new(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task DefaultRetention_IsAppliedAndProtects()
    {
        string bucket = await NewLockedBucketAsync();
        await S3.PutObjectLockConfigurationAsync(new PutObjectLockConfigurationRequest
        {
            BucketName = bucket,
            ObjectLockConfiguration = new()
            {
                ObjectLockEnabled = ObjectLockEnabled.Enabled,
                Rule = new() { DefaultRetention = new() { Mode = ObjectLockRetentionMode.Governance, Days = 1 } },
            },
        });
        ObjectLockConfiguration configuration = (await S3.GetObjectLockConfigurationAsync(
            new GetObjectLockConfigurationRequest { BucketName = bucket })).ObjectLockConfiguration;
        Assert.Equal(1, configuration.Rule.DefaultRetention.Days);

        string id = (await PutAsync(bucket, "key", "body")).VersionId;
        GetObjectMetadataResponse head = await S3.GetObjectMetadataAsync(bucket, "key");
        Assert.Equal(ObjectLockMode.Governance, head.ObjectLockMode);
        await FailsAsync(403, "AccessDenied", Denied, () => S3.DeleteObjectAsync(bucket, "key", id));
        await S3.DeleteObjectAsync(
            new DeleteObjectRequest { BucketName = bucket, Key = "key", VersionId = id, BypassGovernanceRetention = true });
    }

    [Fact]
    public async Task Retention_IsPutReadAndHeld()
    {
        string bucket = await NewLockedBucketAsync();
        await PutAsync(bucket, "key", "body");
        await FailsAsync(
            404,
            "NoSuchObjectLockConfiguration",
            "The specified object does not have a ObjectLock configuration",
            () => S3.GetObjectRetentionAsync(new GetObjectRetentionRequest { BucketName = bucket, Key = "key" }));
        await RetainAsync(bucket, ObjectLockRetentionMode.Compliance, Later);
        GetObjectRetentionResponse retention =
            await S3.GetObjectRetentionAsync(new GetObjectRetentionRequest { BucketName = bucket, Key = "key" });
        Assert.Equal(
            (ObjectLockRetentionMode.Compliance, Later), (retention.Retention.Mode, retention.Retention.RetainUntilDate!.Value.ToUniversalTime()));
        await FailsAsync(403, "AccessDenied", Denied, () => RetainAsync(bucket, ObjectLockRetentionMode.Compliance, Later.AddYears(-1)));
    }

    [Fact]
    public async Task LegalHold_IsPutReadAndHeld()
    {
        string bucket = await NewLockedBucketAsync();
        PutObjectResponse put = await S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = "key",
            ContentBody = "body",
            ObjectLockLegalHoldStatus = ObjectLockLegalHoldStatus.On,
        });
        await FailsAsync(403, "AccessDenied", Denied, () => S3.DeleteObjectAsync(bucket, "key", put.VersionId));
        await S3.PutObjectLegalHoldAsync(new PutObjectLegalHoldRequest
        {
            BucketName = bucket,
            Key = "key",
            LegalHold = new() { Status = ObjectLockLegalHoldStatus.Off },
        });
        GetObjectLegalHoldResponse hold =
            await S3.GetObjectLegalHoldAsync(new GetObjectLegalHoldRequest { BucketName = bucket, Key = "key" });
        Assert.Equal(ObjectLockLegalHoldStatus.Off, hold.LegalHold.Status);
        await S3.DeleteObjectAsync(bucket, "key", put.VersionId);
        await S3.DeleteBucketAsync(bucket);
    }

    private Task RetainAsync(string bucket, ObjectLockRetentionMode mode, DateTime until) =>
        S3.PutObjectRetentionAsync(new PutObjectRetentionRequest
        {
            BucketName = bucket,
            Key = "key",
            Retention = new() { Mode = mode, RetainUntilDate = until },
        });

    private async Task<string> NewLockedBucketAsync()
    {
        string bucket = Instance.NewName("locked");
        await S3.PutBucketAsync(new PutBucketRequest { BucketName = bucket, ObjectLockEnabledForBucket = true });
        return bucket;
    }
}
