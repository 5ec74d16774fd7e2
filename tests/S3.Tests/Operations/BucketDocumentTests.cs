using System.Text;

namespace RustStack.S3.Tests.Operations;

/// <summary>Configurations of a bucket that are one document each.</summary>
public sealed class BucketDocumentTests
{
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";

    [Fact]
    public async Task Tags_ArePutGotAndDeleted()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply none = await s3.GetAsync("/bucket?tagging");
        none.AssertError(404, "NoSuchTagSet", "The TagSet does not exist");
        Assert.Equal("bucket", none["BucketName"]);

        Assert.Equal(204, (await s3.PutAsync("/bucket?tagging", Tagging(("team", "blue"), ("cost", "")))).Status);
        S3Reply tags = await s3.GetAsync("/bucket?tagging");
        Assert.Equal(["team", "cost"], tags.All("Key"));
        Assert.Equal(["blue", ""], tags.All("Value"));

        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?tagging")).Status);
        Assert.Equal(404, (await s3.GetAsync("/bucket?tagging")).Status);
    }

    [Fact]
    public async Task EmptyTagSet_IsNone()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket?tagging", Tagging(("a", "b")));
        Assert.Equal(204, (await s3.PutAsync("/bucket?tagging", Tagging())).Status);
        (await s3.GetAsync("/bucket?tagging")).AssertError(404, "NoSuchTagSet", "The TagSet does not exist");
    }

    [Theory]
    [InlineData("a", "a", "InvalidTag", "Cannot provide multiple Tags with the same key")]
    [InlineData("aws:a", "b", "InvalidTag", "System tags cannot be added/updated by requester")]
    [InlineData("", "b", "InvalidTag", "The TagKey you have provided is invalid")]
    public async Task InvalidTags_AreRefused(string first, string second, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.PutAsync("/bucket?tagging", Tagging((first, "1"), (second, "2")))).AssertError(400, code, message);
        Assert.Equal(404, (await s3.GetAsync("/bucket?tagging")).Status);
    }

    [Theory]
    [InlineData(50, 204, null)]
    [InlineData(51, 400, "Bucket tag count cannot be greater than 50")]
    public async Task FiftyTags_AreTheMost(int count, int status, string? message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await s3.PutAsync("/bucket?tagging", Tagging([.. Enumerable.Range(0, count).Select(i => ($"k{i}", "v"))]));
        Assert.Equal((status, message), (reply.Status, message is null ? null : reply["Message"]));
    }

    [Fact]
    public async Task NewBucket_HasTheTagsOfItsCreation()
    {
        await using var s3 = new S3Harness();
        string body = "<CreateBucketConfiguration><Tags><Tag><Key>a</Key><Value>b</Value></Tag></Tags></CreateBucketConfiguration>";
        Assert.Equal(200, (await s3.PutAsync("/bucket", body)).Status);
        Assert.Equal(["a"], (await s3.GetAsync("/bucket?tagging")).All("Key"));
        (await s3.PutAsync("/other", body.Replace(">a<", ">aws:a<", StringComparison.Ordinal))).AssertError(
            400,
            "InvalidTag",
            "User-defined tag keys can't start with \"aws:\". This prefix is reserved for system tags. Remove \"aws:\" from your tag keys and try again.");
        Assert.Equal(404, (await s3.SendAsync("HEAD", "/other")).Status);
    }

    [Fact]
    public async Task Accelerate_IsKept()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Null((await s3.GetAsync("/bucket?accelerate"))["Status"]);
        Assert.Equal(200, (await s3.PutAsync("/bucket?accelerate", Accelerate("Enabled"))).Status);
        Assert.Equal("Enabled", (await s3.GetAsync("/bucket?accelerate"))["Status"]);
        await s3.PutAsync("/bucket?accelerate", Accelerate("Suspended"));
        Assert.Equal("Suspended", (await s3.GetAsync("/bucket?accelerate"))["Status"]);
    }

    [Theory]
    [InlineData("bucket", "On", "MalformedXML", Malformed)]
    [InlineData("bucket", "", "MalformedXML", Malformed)]
    [InlineData(
        "a.bucket", "Enabled", "InvalidRequest", "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names")]
    public async Task InvalidAccelerate_IsRefused(string bucket, string status, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync(bucket);
        (await s3.PutAsync($"/{bucket}?accelerate", Accelerate(status))).AssertError(400, code, message);
    }

    [Fact]
    public async Task RequestPayment_IsTheOwnersUntilItIsPut()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Equal("BucketOwner", (await s3.GetAsync("/bucket?requestPayment"))["Payer"]);
        Assert.Equal(200, (await s3.PutAsync("/bucket?requestPayment", Payment("Requester"))).Status);
        Assert.Equal("Requester", (await s3.GetAsync("/bucket?requestPayment"))["Payer"]);
        (await s3.PutAsync("/bucket?requestPayment", Payment("Nobody"))).AssertError(400, "MalformedXML", Malformed);
    }

    [Theory]
    [InlineData("tagging")]
    [InlineData("accelerate")]
    [InlineData("requestPayment")]
    [InlineData("logging")]
    [InlineData("notification")]
    [InlineData("policy")]
    [InlineData("publicAccessBlock")]
    [InlineData("ownershipControls")]
    [InlineData("replication")]
    [InlineData("analytics&id=1")]
    [InlineData("inventory&id=1")]
    [InlineData("metrics&id=1")]
    [InlineData("intelligent-tiering&id=1")]
    public async Task PutWithoutBody_IsRefused(string subResource)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.SendAsync("PUT", "/bucket?" + subResource, [])).AssertError(400, "MissingRequestBodyError", "Request Body is empty");
    }

    [Theory]
    [InlineData("tagging", "<Tagging/>")]
    [InlineData("tagging", "<Tagging><TagSet><Tag><Key>a</Key></Tag></TagSet></Tagging>")]
    [InlineData("tagging", "<Tagging><TagSet>")]
    [InlineData("requestPayment", "<RequestPaymentConfiguration/>")]
    [InlineData("logging", "<BucketLoggingStatus><LoggingEnabled><TargetPrefix/></LoggingEnabled></BucketLoggingStatus>")]
    [InlineData("ownershipControls", "<OwnershipControls/>")]
    [InlineData("ownershipControls", "<OwnershipControls><Rule><ObjectOwnership>Nobody</ObjectOwnership></Rule></OwnershipControls>")]
    [InlineData("publicAccessBlock", "<PublicAccessBlockConfiguration><BlockPublicAcls>maybe</BlockPublicAcls></PublicAccessBlockConfiguration>")]
    [InlineData("replication", "<ReplicationConfiguration><Role>r</Role></ReplicationConfiguration>")]
    public async Task IncompleteDocument_IsMalformed(string subResource, string body)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.PutAsync("/bucket?" + subResource, body)).AssertError(400, "MalformedXML", Malformed);
    }

    [Theory]
    [InlineData("GET", "policy")]
    [InlineData("GET", "acl")]
    [InlineData("GET", "analytics")]
    [InlineData("DELETE", "tagging")]
    public async Task BucketMissing_IsNoSuchBucket(string method, string subResource)
    {
        await using var s3 = new S3Harness();
        (await s3.SendAsync(method, "/bucket?" + subResource)).AssertError(404, "NoSuchBucket", "The specified bucket does not exist");
    }

    [Fact]
    public async Task ListBuckets_TellsRegionsToRequestsWithParameters()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Null((await s3.GetAsync("/?x-id=ListBuckets"))["BucketRegion"]);
        Assert.Equal("us-east-1", (await s3.GetAsync("/?max-buckets=5"))["BucketRegion"]);
        (await s3.GetAsync("/?bucket-region=nowhere")).AssertError(400, "InvalidArgument", "Argument value nowhere is not a valid AWS Region");
    }

    private static string Tagging(params (string Key, string Value)[] tags)
    {
        StringBuilder text = new("<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet>");
        foreach ((string key, string value) in tags) text.Append($"<Tag><Key>{key}</Key><Value>{value}</Value></Tag>");
        return text.Append("</TagSet></Tagging>").ToString();
    }

    private static string Accelerate(string status) => $"<AccelerateConfiguration><Status>{status}</Status></AccelerateConfiguration>";

    private static string Payment(string payer) => $"<RequestPaymentConfiguration><Payer>{payer}</Payer></RequestPaymentConfiguration>";
}
