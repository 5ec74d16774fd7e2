using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class LifecycleTests(RunningInstance instance) : S3Test(instance)
{
    [Fact]
    public async Task Rules_AreGivenBack_AndDeleted()
    {
        string bucket = await NewBucketAsync();
        LifecycleRule rule = NewRule();
        rule.NoncurrentVersionExpiration = new() { NoncurrentDays = 3, NewerNoncurrentVersions = 2 };
        rule.AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 2 };
        await S3.PutLifecycleConfigurationAsync(bucket, new() { Rules = [rule] });

        LifecycleRule got = Assert.Single((await S3.GetLifecycleConfigurationAsync(bucket)).Configuration.Rules);

        Assert.Equal(("the rule", LifecycleRuleStatus.Enabled, 7), (got.Id, got.Status, got.Expiration.Days));
        Assert.Equal((3, 2, 2), (got.NoncurrentVersionExpiration.NoncurrentDays, got.NoncurrentVersionExpiration.NewerNoncurrentVersions, got.AbortIncompleteMultipartUpload.DaysAfterInitiation));
        await S3.DeleteLifecycleConfigurationAsync(bucket);
        GetLifecycleConfigurationResponse none = await S3.GetLifecycleConfigurationAsync(bucket);
        Assert.Null(none.Configuration.Rules);
    }

    [Fact]
    public async Task Expiration_IsTold()
    {
        string bucket = await NewBucketAsync();
        await S3.PutLifecycleConfigurationAsync(bucket, new() { Rules = [NewRule()] });

        PutObjectResponse put = await PutAsync(bucket, "logs/key", "body");
        GetObjectMetadataResponse head = await S3.GetObjectMetadataAsync(bucket, "logs/key");
        InitiateMultipartUploadResponse other = await S3.InitiateMultipartUploadAsync(bucket, "key");

        Assert.Equal("the rule", put.Expiration.RuleId);
        Assert.Equal(head.LastModified!.Value.ToUniversalTime().Date.AddDays(8), head.Expiration.ExpiryDate.ToUniversalTime());
        Assert.Null(other.AbortRuleId);
    }

    [Fact]
    public async Task DateThatIsNoMidnight_IsRefused()
    {
        string bucket = await NewBucketAsync();
        LifecycleRule rule = NewRule();
        rule.Expiration = new() { Date = new DateTime(2030, 1, 1, 1, 0, 0, DateTimeKind.Utc) };

        await FailsAsync(
            400,
            "InvalidArgument",
            "'Date' must be at midnight GMT",
            () => S3.PutLifecycleConfigurationAsync(bucket, new() { Rules = [rule] }));
    }

    private static LifecycleRule NewRule() => new()
    {
        Id = "the rule",
        Status = LifecycleRuleStatus.Enabled,
        Filter = new() { Prefix = "logs/" },
        Expiration = new() { Days = 7 },
    };
}
