using System.Text;

namespace RustStack.S3.Tests.Operations;

public sealed class BucketOperationTests
{
    [Fact]
    public async Task Create_AnswersLocationAndHeadAnswersRegion()
    {
        await using var s3 = new S3Harness();
        S3Reply created = await s3.SendAsync("PUT", "/my.bucket-1");
        Assert.Equal((200, "/my.bucket-1"), (created.Status, created.Header("Location")));
        S3Reply head = await s3.SendAsync("HEAD", "/my.bucket-1");
        Assert.Equal((200, "us-east-1"), (head.Status, head.Header("x-amz-bucket-region")));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("under_score")]
    [InlineData("-dash")]
    [InlineData("dot.")]
    [InlineData("two..dots")]
    [InlineData("192.168.5.4")]
    [InlineData("xn--bucket")]
    [InlineData("bucket-s3alias")]
    public async Task InvalidName_IsRefused(string name)
    {
        await using var s3 = new S3Harness();
        S3Reply reply = await s3.SendAsync("PUT", "/" + name);
        reply.AssertError(400, "InvalidBucketName", "The specified bucket is not valid.");
        Assert.Equal(name, reply["BucketName"]);
    }

    [Fact]
    public async Task CreateAgain_IsFineInUsEast1Only()
    {
        await using var s3 = new S3Harness();
        await s3.WithBucketAsync("one");
        await s3.PutAsync("/one/key", "body");
        Assert.Equal(200, (await s3.SendAsync("PUT", "/one")).Status);
        Assert.Equal("body", (await s3.GetAsync("/one/key")).Text);

        s3.Region = "eu-west-1";
        Assert.Equal(200, (await CreateAsync(s3, "two", "eu-west-1")).Status);
        (await CreateAsync(s3, "two", "eu-west-1")).AssertError(
            409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.");

        s3.Account = "123456789012";
        (await CreateAsync(s3, "two", "eu-west-1")).AssertError(
            409,
            "BucketAlreadyExists",
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system. "
            + "Please select a different name and try again.");
    }

    [Theory]
    [InlineData("us-east-1", null, "")]
    [InlineData("us-east-1", "eu-central-1", "eu-central-1")]
    [InlineData("us-east-1", "EU", "EU")]
    [InlineData("ap-south-2", "ap-south-2", "ap-south-2")]
    [InlineData("US", null, "")]
    [InlineData("auto", "eu-central-1", "eu-central-1")]
    public async Task Location_FollowsTheConstraint(string endpoint, string? constraint, string expected)
    {
        await using var s3 = new S3Harness { Region = endpoint };
        Assert.Equal(200, (await CreateAsync(s3, "bucket", constraint)).Status);
        Assert.Equal(expected, (await s3.GetAsync("/bucket?location")).Xml.Value);
    }

    [Theory]
    [InlineData(
        "eu-west-1",
        null,
        "IllegalLocationConstraintException",
        "The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.")]
    [InlineData(
        "eu-west-1",
        "us-west-2",
        "IllegalLocationConstraintException",
        "The us-west-2 location constraint is incompatible for the region specific endpoint this request was sent to.")]
    [InlineData("us-east-1", "us-east-1", "InvalidLocationConstraint", "The specified location-constraint is not valid")]
    [InlineData("us-east-1", "nowhere", "InvalidLocationConstraint", "The specified location-constraint is not valid")]
    public async Task WrongConstraint_IsRefused(string endpoint, string? constraint, string code, string message)
    {
        await using var s3 = new S3Harness { Region = endpoint };
        (await CreateAsync(s3, "bucket", constraint)).AssertError(400, code, message);
        Assert.Equal(404, (await s3.SendAsync("HEAD", "/bucket")).Status);
    }

    [Theory]
    [InlineData("x-amz-grant-read", "id=1", 400, "InvalidArgument", "Invalid id")]
    [InlineData("x-amz-object-ownership", "Nobody", 400, "InvalidArgument", "Invalid x-amz-object-ownership header: Nobody")]
    [InlineData(
        "x-amz-acl",
        "public-read",
        400,
        "InvalidBucketAclWithObjectOwnership",
        "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting")]
    public async Task UnsupportedHeader_IsRefused(string name, string value, int status, string code, string message)
    {
        await using var s3 = new S3Harness();
        (await s3.SendAsync("PUT", "/bucket", null, (name, value))).AssertError(status, code, message);
        Assert.Equal(404, (await s3.SendAsync("HEAD", "/bucket")).Status);
    }

    [Fact]
    public async Task DeleteOfANonEmptyBucket_TouchesNothing()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        (await s3.SendAsync("DELETE", "/bucket")).AssertError(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        Assert.Equal("body", (await s3.GetAsync("/bucket/key")).Text);
        await s3.SendAsync("DELETE", "/bucket/key");
        await s3.SendAsync("POST", "/bucket/pending?uploads");
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket")).Status);
        S3Reply gone = await s3.GetAsync("/bucket");
        gone.AssertError(404, "NoSuchBucket", "The specified bucket does not exist");
        Assert.Equal("bucket", gone["BucketName"]);
    }

    [Fact]
    public async Task List_ShowsTheCallersBucketsPageByPage()
    {
        await using var s3 = new S3Harness();
        foreach (string name in new[] { "beta", "alpha", "alpha2", "gamma" }) await s3.WithBucketAsync(name);
        s3.Account = "123456789012";
        await s3.WithBucketAsync("alien");
        s3.Account = "000000000000";
        Assert.Equal(["alpha", "alpha2", "beta", "gamma"], (await s3.GetAsync("/")).All("Name"));

        S3Reply first = await s3.GetAsync("/?prefix=al&max-buckets=1");
        Assert.Equal(["alpha"], first.All("Name"));
        S3Reply second = await s3.GetAsync($"/?prefix=al&max-buckets=1&continuation-token={first["ContinuationToken"]}");
        Assert.Equal(["alpha2"], second.All("Name"));
        Assert.Null(second["ContinuationToken"]);
        Assert.Empty((await s3.GetAsync("/?bucket-region=eu-west-1")).All("Name"));
    }

    [Theory]
    [InlineData("000000000000", 200, null)]
    [InlineData("111111111111", 403, "AccessDenied")]
    [InlineData("1234", 400, "InvalidBucketOwnerAWSAccountID")]
    public async Task ExpectedOwner_IsChecked(string owner, int status, string? code)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await s3.GetAsync("/bucket?list-type=2", ("x-amz-expected-bucket-owner", owner));
        Assert.Equal((status, code), (reply.Status, code is null ? null : reply["Code"]));
    }

    private static Task<S3Reply> CreateAsync(S3Harness s3, string bucket, string? constraint)
    {
        byte[]? body = constraint is null
            ? null
            : Encoding.UTF8.GetBytes(
                $"<CreateBucketConfiguration><LocationConstraint>{constraint}</LocationConstraint></CreateBucketConfiguration>");
        return s3.SendAsync("PUT", "/" + bucket, body);
    }
}
