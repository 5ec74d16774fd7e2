namespace RustStack.S3.Tests.Operations;

/// <summary>Notification and logging configurations: what refers to something outside of the bucket.</summary>
public sealed class NotificationTests
{
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";

    [Fact]
    public async Task Notification_IsGivenBackComplete()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Empty((await s3.GetAsync("/bucket?notification")).Xml.Elements());
        string put = Queue("<Event>s3:ObjectCreated:*</Event>", "prefix", "in/") + Topic("<Event>s3:ObjectRemoved:*</Event>") + "<EventBridgeConfiguration/>";
        Assert.Equal(200, (await PutAsync(s3, put)).Status);

        S3Reply got = await s3.GetAsync("/bucket?notification");
        Assert.Equal("Prefix", got["Name"]);
        Assert.Equal("arn:aws:sqs:us-east-1:000000000000:q", got["Queue"]);
        Assert.Equal(2, got.All("Id").Distinct().Count(static id => Guid.TryParse(id, out _)));
        Assert.NotNull(got["EventBridgeConfiguration"]);

        Assert.Equal(200, (await PutAsync(s3, "")).Status);
        Assert.Empty((await s3.GetAsync("/bucket?notification")).Xml.Elements());
    }

    [Theory]
    [InlineData("<Event>s3:Nothing</Event>", null, null, "The event is not supported for notifications")]
    [InlineData("<Event>s3:ObjectCreated:*</Event>", "middle", "a", "filter rule name must be either prefix or suffix")]
    public async Task InvalidEntry_IsRefused(string events, string? name, string? value, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await PutAsync(s3, Queue(events, name, value))).AssertError(400, "InvalidArgument", message);
        Assert.Empty((await s3.GetAsync("/bucket?notification")).Xml.Elements());
    }

    [Theory]
    [InlineData("queue", "The ARN could not be parsed")]
    [InlineData("arn:aws:sns:us-east-1:000000000000:q", "The ARN could not be parsed")]
    [InlineData("arn:aws:sqs:us-east-1::q", "The ARN could not be parsed")]
    [InlineData(
        "arn:aws:sqs:eu-west-1:000000000000:q",
        "The notification destination service region is not valid for the bucket location constraint")]
    public async Task InvalidArn_IsRefused(string arn, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await PutAsync(
            s3, $"<QueueConfiguration><Queue>{arn}</Queue><Event>s3:ObjectCreated:*</Event></QueueConfiguration>");
        reply.AssertError(400, "InvalidArgument", message);
        Assert.Equal(arn, reply["ArgumentValue"]);
    }

    [Theory]
    [InlineData("s3:ObjectCreated:*", "a", "s3:ObjectCreated:Put", "ab", false)]
    [InlineData("s3:ObjectCreated:*", "a", "s3:ObjectCreated:Put", "b", true)]
    [InlineData("s3:ObjectCreated:Copy", "a", "s3:ObjectCreated:Put", "a", true)]
    [InlineData("s3:ObjectCreated:Put", "", "s3:ObjectCreated:Put", "b", false)]
    public async Task OverlappingEntries_AreRefused(string firstEvent, string firstPrefix, string secondEvent, string secondPrefix, bool isFine)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await PutAsync(
            s3,
            Queue($"<Event>{firstEvent}</Event>", "prefix", firstPrefix) + Queue($"<Event>{secondEvent}</Event>", "Prefix", secondPrefix));
        if (isFine)
        {
            Assert.Equal(200, reply.Status);
            return;
        }

        reply.AssertError(
            400,
            "InvalidArgument",
            "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.");
    }

    [Fact]
    public async Task SameId_IsRefused()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string first = Topic("<Id>x</Id><Event>s3:ObjectCreated:*</Event>");
        string second = Topic("<Id>x</Id><Event>s3:ObjectRemoved:*</Event>");
        (await PutAsync(s3, first + second)).AssertError(
            400, "InvalidArgument", "Same ID used for multiple configurations. IDs must be unique");
    }

    [Fact]
    public async Task Logging_IsKeptUntilItIsPutEmpty()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.WithBucketAsync("logs");
        Assert.Equal(200, (await PutLoggingAsync(s3, "logs", "")).Status);
        S3Reply got = await s3.GetAsync("/bucket?logging");
        Assert.Equal(("logs", "p/"), (got["TargetBucket"], got["TargetPrefix"]));
        Assert.Equal(200, (await s3.PutAsync("/bucket?logging", "<BucketLoggingStatus/>")).Status);
        Assert.Empty((await s3.GetAsync("/bucket?logging")).Xml.Elements());
    }

    [Theory]
    [InlineData("nowhere", "", 400, "InvalidTargetBucketForLogging", "The target bucket for logging does not exist")]
    [InlineData("far", "", 403, "CrossLocationLoggingProhibitted", "Cross S3 location logging not allowed. ")]
    [InlineData("alien", "", 400, "InvalidTargetBucketForLogging", "The owner for the bucket to be logged and the target bucket must be the same.")]
    [InlineData("bucket", "<TargetGrants><Grant><Permission>READ</Permission></Grant></TargetGrants>", 400, "MalformedXML", Malformed)]
    [InlineData("bucket", "<TargetObjectKeyFormat/>", 400, "MalformedXML", Malformed)]
    [InlineData(
        "bucket",
        "<TargetObjectKeyFormat><PartitionedPrefix><PartitionDateSource>Now</PartitionDateSource></PartitionedPrefix></TargetObjectKeyFormat>",
        400,
        "MalformedXML",
        Malformed)]
    public async Task InvalidLogging_IsRefused(string target, string more, int status, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/far", "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>");
        s3.Account = "123456789012";
        await s3.WithBucketAsync("alien");
        s3.Account = "000000000000";
        (await PutLoggingAsync(s3, target, more)).AssertError(status, code, message);
        Assert.Empty((await s3.GetAsync("/bucket?logging")).Xml.Elements());
    }

    private static Task<S3Reply> PutAsync(S3Harness s3, string entries) =>
        s3.PutAsync("/bucket?notification", $"<NotificationConfiguration>{entries}</NotificationConfiguration>");

    private static Task<S3Reply> PutLoggingAsync(S3Harness s3, string target, string more) => s3.PutAsync(
        "/bucket?logging",
        "<BucketLoggingStatus xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><LoggingEnabled>"
        + $"<TargetBucket>{target}</TargetBucket><TargetPrefix>p/</TargetPrefix>{more}</LoggingEnabled></BucketLoggingStatus>");

    private static string Queue(string events, string? name = null, string? value = null)
    {
        string filter = name is null
            ? ""
            : $"<Filter><S3Key><FilterRule><Name>{name}</Name><Value>{value}</Value></FilterRule></S3Key></Filter>";
        return $"<QueueConfiguration><Queue>arn:aws:sqs:us-east-1:000000000000:q</Queue>{events}{filter}</QueueConfiguration>";
    }

    private static string Topic(string events) =>
        $"<TopicConfiguration><Topic>arn:aws:sns:us-east-1:000000000000:t</Topic>{events}</TopicConfiguration>";
}
