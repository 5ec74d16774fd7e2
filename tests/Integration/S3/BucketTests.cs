using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class BucketTests(RunningInstance instance) : S3Test(instance)
{
    [Fact]
    public async Task Created_IsFoundListedAndLocated()
    {
        string bucket = Instance.NewName("bucket");
        using AmazonS3Client s3 = NewClient("210000000001");

        PutBucketResponse created = await s3.PutBucketAsync(bucket);
        HeadBucketResponse head = await s3.HeadBucketAsync(new HeadBucketRequest { BucketName = bucket });
        ListBucketsResponse list = await s3.ListBucketsAsync();
        GetBucketLocationResponse location = await s3.GetBucketLocationAsync(bucket);

        Assert.Equal(HttpStatusCode.OK, created.HttpStatusCode);
        Assert.Equal("us-east-1", head.BucketRegion);
        S3Bucket listed = Assert.Single(list.Buckets);
        Assert.Equal(bucket, listed.BucketName);
        Assert.NotNull(listed.CreationDate);
        Assert.NotNull(list.Owner.Id);
        Assert.Equal("", location.Location.Value);
    }

    [Theory]
    [InlineData("eu-west-1", "EU")]
    [InlineData("ap-southeast-2", "ap-southeast-2")]
    public async Task CreatedElsewhere_IsLocatedThere(string region, string expected)
    {
        string bucket = Instance.NewName("bucket");
        AmazonS3Client s3 = NewClient(region: region);

        await s3.PutBucketAsync(new PutBucketRequest { BucketName = bucket, BucketRegionName = region });
        GetBucketLocationResponse location = await s3.GetBucketLocationAsync(bucket);
        HeadBucketResponse head = await s3.HeadBucketAsync(new HeadBucketRequest { BucketName = bucket });

        Assert.Equal(expected, location.Location.Value);
        Assert.Equal(region, head.BucketRegion);
    }

    [Fact]
    public async Task CreatedAgainByItsOwner_InUsEast1_IsAccepted()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "kept", "kept");

        PutBucketResponse again = await S3.PutBucketAsync(bucket);

        Assert.Equal(HttpStatusCode.OK, again.HttpStatusCode);
        Assert.Equal("kept", await GetTextAsync(bucket, "kept"));
    }

    [Fact]
    public async Task CreatedAgainByItsOwner_Elsewhere_IsRefused()
    {
        string bucket = Instance.NewName("bucket");
        AmazonS3Client s3 = NewClient(region: "eu-west-1");
        var request = new PutBucketRequest { BucketName = bucket, BucketRegionName = "eu-west-1" };
        await s3.PutBucketAsync(request);

        await FailsAsync(
            409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.",
            () => s3.PutBucketAsync(request));
    }

    [Fact]
    public async Task CreatedByAnotherAccount_IsTaken()
    {
        string bucket = await NewBucketAsync();
        AmazonS3Client other = NewClient("210000000002");

        await FailsAsync(
            409, "BucketAlreadyExists",
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system. "
            + "Please select a different name and try again.",
            () => other.PutBucketAsync(bucket));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper-Case")]
    [InlineData("-begins-with-a-dash")]
    [InlineData("ends-with-a-dash-")]
    [InlineData("two..dots")]
    [InlineData("under_score")]
    [InlineData("192.168.5.4")]
    [InlineData("xn--prefixed")]
    [InlineData("suffixed-s3alias")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123")]
    public async Task NameThatIsNoBucketName_IsRefused(string name) =>
        await FailsAsync(400, "InvalidBucketName", "The specified bucket is not valid.", () => S3.PutBucketAsync(name));

    [Fact]
    public async Task LocationOfAnotherRegionsEndpoint_IsRefused()
    {
        string bucket = Instance.NewName("bucket");
        AmazonS3Client s3 = NewClient(region: "us-west-2");

        await FailsAsync(
            400, "IllegalLocationConstraintException",
            "The eu-west-2 location constraint is incompatible for the region specific endpoint this request was sent to.",
            () => s3.PutBucketAsync(new PutBucketRequest { BucketName = bucket, BucketRegionName = "eu-west-2" }));
    }

    [Fact]
    public async Task Deleted_IsGoneAndMayComeBack()
    {
        string bucket = await NewBucketAsync();

        DeleteBucketResponse deleted = await S3.DeleteBucketAsync(bucket);
        Assert.Equal(HttpStatusCode.NoContent, deleted.HttpStatusCode);
        await HeadFailsAsync(HttpStatusCode.NotFound, () => S3.HeadBucketAsync(new HeadBucketRequest { BucketName = bucket }));
        await FailsAsync(404, "NoSuchBucket", S3Messages.NoSuchBucket, () => S3.DeleteBucketAsync(bucket));

        await S3.PutBucketAsync(bucket);
        ListObjectsV2Response list = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket });
        Assert.Equal(0, list.KeyCount);
    }

    [Fact]
    public async Task NotEmpty_IsNotDeletedAndKeepsItsObjects()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "body");

        await FailsAsync(409, "BucketNotEmpty", "The bucket you tried to delete is not empty", () => S3.DeleteBucketAsync(bucket));

        Assert.Equal("body", await GetTextAsync(bucket, "key"));
        await S3.DeleteObjectAsync(bucket, "key");
        await S3.DeleteBucketAsync(bucket);
    }

    [Fact]
    public async Task Absent_FailsEveryOperation()
    {
        string bucket = Instance.NewName("absent");

        await FailsNoSuchBucket(() => S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }));
        await FailsNoSuchBucket(() => S3.ListObjectsAsync(new ListObjectsRequest { BucketName = bucket }));
        await FailsNoSuchBucket(() => S3.GetBucketLocationAsync(bucket));
        await FailsNoSuchBucket(() => S3.GetObjectAsync(bucket, "key"));
        await FailsNoSuchBucket(() => PutAsync(bucket, "key", "body"));
        await FailsNoSuchBucket(() => S3.DeleteObjectAsync(bucket, "key"));
        await FailsNoSuchBucket(() => S3.InitiateMultipartUploadAsync(bucket, "key"));
        await FailsNoSuchBucket(() => S3.ListMultipartUploadsAsync(bucket));
        await FailsNoSuchBucket(() => S3.CopyObjectAsync(bucket, "key", bucket, "copy"));
        await HeadFailsAsync(HttpStatusCode.NotFound, () => S3.GetObjectMetadataAsync(bucket, "key"));
    }

    [Fact]
    public async Task List_ShowsTheAccountsOwnInOrderAndPages()
    {
        AmazonS3Client s3 = NewClient("210000000003");
        string prefix = Instance.NewName("paged");
        foreach (string suffix in (string[])["c", "a", "b"]) await s3.PutBucketAsync($"{prefix}-{suffix}");

        ListBucketsResponse all = await s3.ListBucketsAsync();
        ListBucketsResponse first = await s3.ListBucketsAsync(new ListBucketsRequest { MaxBuckets = 2, Prefix = prefix });
        ListBucketsResponse second = await s3.ListBucketsAsync(
            new ListBucketsRequest { MaxBuckets = 2, Prefix = prefix, ContinuationToken = first.ContinuationToken });

        Assert.Equal([$"{prefix}-a", $"{prefix}-b", $"{prefix}-c"], all.Buckets.Select(static bucket => bucket.BucketName));
        Assert.Equal([$"{prefix}-a", $"{prefix}-b"], first.Buckets.Select(static bucket => bucket.BucketName));
        Assert.Equal([$"{prefix}-c"], second.Buckets.Select(static bucket => bucket.BucketName));
        Assert.Null(second.ContinuationToken);
    }

    private static Task FailsNoSuchBucket(Func<Task> call) => FailsAsync(404, "NoSuchBucket", S3Messages.NoSuchBucket, call);
}
