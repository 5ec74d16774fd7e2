using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class AddressingTests(RunningInstance instance) : S3Test(instance)
{
    [Theory]
    [InlineData("s3.localhost.localstack.cloud")]
    [InlineData("s3.eu-west-1.localhost.localstack.cloud")]
    [InlineData("s3.amazonaws.com")]
    [InlineData("s3.eu-west-1.amazonaws.com")]
    [InlineData("localhost")]
    public async Task VirtualHostedBucket_IsTheSameAsPathStyle(string domain)
    {
        string region = domain.Contains("eu-west-1", StringComparison.Ordinal) ? "eu-west-1" : "us-east-1";
        AmazonS3Client hosted = NewHostedClient(domain, region: region);
        string bucket = Instance.NewName("hosted");

        await hosted.PutBucketAsync(bucket);
        await hosted.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "folder/a key", ContentBody = "body" });
        ListObjectsV2Response list = await hosted.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket });
        using GetObjectResponse get = await hosted.GetObjectAsync(bucket, "folder/a key");

        Assert.Equal(["folder/a key"], list.S3Objects.Select(static entry => entry.Key));
        Assert.Equal("body", await ReadTextAsync(get));
        using GetObjectResponse same = await NewClient(region: region).GetObjectAsync(bucket, "folder/a key");
        Assert.Equal("body", await ReadTextAsync(same));
    }

    [Fact]
    public async Task VirtualHostedErrors_NameTheBucket()
    {
        AmazonS3Client hosted = NewHostedClient("s3.localhost.localstack.cloud");
        string bucket = Instance.NewName("absent");

        await FailsAsync(404, "NoSuchBucket", S3Messages.NoSuchBucket, () => hosted.GetObjectAsync(bucket, "key"));
    }

    [Theory]
    [InlineData("s3.localhost.localstack.cloud")]
    [InlineData("s3.us-west-2.amazonaws.com")]
    public async Task PathStyleOnADomain_TakesTheBucketFromThePath(string domain)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "body");
        AmazonS3Client s3 = NewHostedClient(domain, pathStyle: true);

        using GetObjectResponse get = await s3.GetObjectAsync(bucket, "key");

        Assert.Equal("body", await ReadTextAsync(get));
    }

    private AmazonS3Client NewHostedClient(string domain, bool pathStyle = false, string region = "us-east-1") => NewClient(region: region, configure: config =>
    {
        config.ServiceURL = $"http://{domain}:{Instance.Address.Port}";
        config.ForcePathStyle = pathStyle;
        config.HttpClientFactory = new LoopbackHttpClientFactory(Instance.Address);
    });
}
