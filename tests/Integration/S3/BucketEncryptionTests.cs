using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class BucketEncryptionTests(RunningInstance instance) : S3Test(instance)
{
    private const string KeyArn = "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Fact]
    public async Task Default_IsAes256_UntilItIsConfigured_AndAfterItIsDeleted()
    {
        string bucket = await NewBucketAsync();
        Assert.Equal((ServerSideEncryptionMethod.AES256, null, false), await GetAsync(bucket));
        await ConfigureAsync(bucket, ServerSideEncryptionMethod.AWSKMS, KeyArn);
        Assert.Equal((ServerSideEncryptionMethod.AWSKMS, KeyArn, true), await GetAsync(bucket));
        await S3.DeleteBucketEncryptionAsync(new DeleteBucketEncryptionRequest { BucketName = bucket });
        Assert.Equal((ServerSideEncryptionMethod.AES256, null, false), await GetAsync(bucket));
    }

    [Fact]
    public async Task Write_WithoutEncryption_GetsTheDefault()
    {
        string bucket = await NewBucketAsync();
        await ConfigureAsync(bucket, ServerSideEncryptionMethod.AWSKMS, KeyArn);

        PutObjectResponse put = await PutAsync(bucket, "key", "body");
        GetObjectMetadataResponse head = await S3.GetObjectMetadataAsync(bucket, "key");

        Assert.Equal((ServerSideEncryptionMethod.AWSKMS, KeyArn, true), (put.ServerSideEncryptionMethod, put.ServerSideEncryptionKeyManagementServiceKeyId, put.BucketKeyEnabled));
        Assert.Equal((ServerSideEncryptionMethod.AWSKMS, KeyArn, true), (head.ServerSideEncryptionMethod, head.ServerSideEncryptionKeyManagementServiceKeyId, head.BucketKeyEnabled));
    }

    [Fact]
    public async Task KeyWithoutKms_IsRefused()
    {
        string bucket = await NewBucketAsync();

        await FailsAsync(
            400,
            "InvalidArgument",
            "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse",
            () => ConfigureAsync(bucket, ServerSideEncryptionMethod.AES256, KeyArn));
    }

    private async Task<(ServerSideEncryptionMethod Method, string? Key, bool? BucketKey)> GetAsync(string bucket)
    {
        GetBucketEncryptionResponse response = await S3.GetBucketEncryptionAsync(new() { BucketName = bucket });
        ServerSideEncryptionRule rule = Assert.Single(response.ServerSideEncryptionConfiguration.ServerSideEncryptionRules);
        ServerSideEncryptionByDefault applied = rule.ServerSideEncryptionByDefault;
        return (applied.ServerSideEncryptionAlgorithm, applied.ServerSideEncryptionKeyManagementServiceKeyId, rule.BucketKeyEnabled);
    }

    private Task ConfigureAsync(string bucket, ServerSideEncryptionMethod method, string key) => S3.PutBucketEncryptionAsync(new()
    {
        BucketName = bucket,
        ServerSideEncryptionConfiguration = new()
        {
            ServerSideEncryptionRules =
            [
                new()
                {
                    BucketKeyEnabled = true,
                    ServerSideEncryptionByDefault = new()
                    {
                        ServerSideEncryptionAlgorithm = method,
                        ServerSideEncryptionKeyManagementServiceKeyId = key,
                    },
                },
            ],
        },
    });
}
