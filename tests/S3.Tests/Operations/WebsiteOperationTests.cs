namespace RustStack.S3.Tests.Operations;

public sealed class WebsiteOperationTests
{
    private const string SiteHost = "bucket.s3-website.localhost.localstack.cloud:4566";
    private const string Index = "<IndexDocument><Suffix>index.html</Suffix></IndexDocument>";
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";

    private const string Rules =
        "<RoutingRules>"
        + "<RoutingRule><Condition><KeyPrefixEquals>docs/</KeyPrefixEquals></Condition>"
        + "<Redirect><ReplaceKeyPrefixWith>documents/</ReplaceKeyPrefixWith></Redirect></RoutingRule>"
        + "<RoutingRule><Condition><KeyPrefixEquals>old</KeyPrefixEquals></Condition><Redirect><HostName>new.test</HostName>"
        + "<Protocol>https</Protocol><HttpRedirectCode>307</HttpRedirectCode><ReplaceKeyWith>page.html</ReplaceKeyWith></Redirect></RoutingRule>"
        + "<RoutingRule><Condition><KeyPrefixEquals>images/</KeyPrefixEquals><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals>"
        + "</Condition><Redirect><HostName>resize.test</HostName><ReplaceKeyPrefixWith>resize?key=</ReplaceKeyPrefixWith></Redirect></RoutingRule>"
        + "</RoutingRules>";

    [Fact]
    public async Task Configuration_IsGivenBackAndDeleted()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        const string Message = "The specified bucket does not have a website configuration";
        (await s3.GetAsync("/bucket?website")).AssertError(404, "NoSuchWebsiteConfiguration", Message);
        Assert.Equal(200, (await ConfigureAsync(s3, Index + "<ErrorDocument><Key>err.html</Key></ErrorDocument>" + Rules)).Status);
        S3Reply got = await s3.GetAsync("/bucket?website");
        Assert.Equal(("index.html", "err.html", "307"), (got["Suffix"], got["Key"], got["HttpRedirectCode"]));
        Assert.Equal(3, got.All("RoutingRule").Count);
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?website")).Status);
        Assert.Equal("bucket", (await s3.GetAsync("/bucket?website"))["BucketName"]);
    }

    [Theory]
    [InlineData("", "InvalidArgument", "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty")]
    [InlineData(
        Index + "<RedirectAllRequestsTo><HostName>a</HostName></RedirectAllRequestsTo>",
        "InvalidArgument",
        "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.")]
    [InlineData(
        "<IndexDocument><Suffix>a/b</Suffix></IndexDocument>", "InvalidArgument", "The IndexDocument Suffix is not well formed")]
    [InlineData(Index + "<ErrorDocument><Key></Key></ErrorDocument>", "MalformedXML", Malformed)]
    [InlineData(Index + "<RoutingRules/>", "MalformedXML", Malformed)]
    [InlineData(Index + "<RoutingRules><RoutingRule><Redirect/></RoutingRule></RoutingRules>", "MalformedXML", Malformed)]
    [InlineData(
        "<RedirectAllRequestsTo><HostName>a</HostName><Protocol>ftp</Protocol></RedirectAllRequestsTo>",
        "InvalidRequest",
        "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically.")]
    [InlineData(
        Index + "<RoutingRules><RoutingRule><Redirect><HostName></HostName></Redirect></RoutingRule></RoutingRules>",
        "InvalidRequest",
        "The HostName cannot be blank. To redirect within the same domain, the element should not be present.")]
    [InlineData(
        Index + "<RoutingRules><RoutingRule><Redirect><ReplaceKeyWith>a</ReplaceKeyWith><ReplaceKeyPrefixWith>b</ReplaceKeyPrefixWith>"
        + "</Redirect></RoutingRule></RoutingRules>",
        "InvalidRequest",
        "You can only define ReplaceKeyPrefix or ReplaceKey but not both.")]
    [InlineData(
        Index + "<RoutingRules><RoutingRule><Condition/><Redirect><ReplaceKeyWith>a</ReplaceKeyWith></Redirect></RoutingRule></RoutingRules>",
        "InvalidRequest",
        "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.")]
    [InlineData(
        Index + "<RoutingRules><RoutingRule><Redirect><HttpRedirectCode>300</HttpRedirectCode></Redirect></RoutingRule></RoutingRules>",
        "InvalidRequest",
        "The provided HTTP redirect code (300) is not valid. Valid codes are 3XX except 300.")]
    [InlineData(
        Index + "<RoutingRules><RoutingRule><Condition><HttpErrorCodeReturnedEquals>302</HttpErrorCodeReturnedEquals></Condition>"
        + "<Redirect><HostName>a</HostName></Redirect></RoutingRule></RoutingRules>",
        "InvalidRequest",
        "The provided HTTP error code (302) is not valid. Valid codes are 4XX or 5XX.")]
    public async Task InvalidConfiguration_IsRefused(string content, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await ConfigureAsync(s3, content)).AssertError(400, code, message);
        Assert.Equal(404, (await s3.GetAsync("/bucket?website")).Status);
    }

    [Fact]
    public async Task TooManyRoutingRules_AreRefused()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        const string Rule = "<RoutingRule><Redirect><HostName>a</HostName></Redirect></RoutingRule>";
        Assert.Equal(200, (await ConfigureAsync(s3, $"{Index}<RoutingRules>{Repeat(Rule, 50)}</RoutingRules>")).Status);
        (await ConfigureAsync(s3, $"{Index}<RoutingRules>{Repeat(Rule, 51)}</RoutingRules>")).AssertError(
            400,
            "InvalidRequest",
            "51 routing rules provided, the number of routing rules in a website configuration is limited to 50.");
    }

    [Theory]
    [InlineData("/", 200, "root", null)]
    [InlineData("/folder/", 200, "inner", null)]
    [InlineData("/folder", 302, "", "/folder/")]
    [InlineData("/page.html", 200, "page", null)]
    [InlineData("/moved", 301, "", "https://elsewhere.test/x")]
    [InlineData("/docs/a b.html", 301, "", "http://bucket.s3-website.localhost.localstack.cloud:4566/documents/a%20b.html")]
    [InlineData("/old/thing", 307, "", "https://new.test/page.html")]
    [InlineData("/images/none.png", 301, "", "http://resize.test/resize?key=none.png")]
    [InlineData("/images/there.png", 200, "image", null)]
    [InlineData("/none", 404, "custom error", null)]
    public async Task Site_ServesObjectsAndRedirects(string path, int status, string body, string? location)
    {
        await using var s3 = await SiteAsync();
        foreach (string method in new[] { "GET", "HEAD" })
        {
            S3Reply reply = await s3.SendAsync(method, path.Replace(" ", "%20", StringComparison.Ordinal));
            Assert.Equal((status, location), (reply.Status, reply.Header("Location")));
            Assert.Equal(method == "GET" ? body : "", reply.Text);
            if (status < 300) Assert.Equal(body.Length, (int)reply.Headers.ContentLength!);
        }
    }

    [Fact]
    public async Task ErrorDocument_IsServedWithTheStatusAndTheCodeOfTheError()
    {
        await using var s3 = await SiteAsync();
        S3Reply reply = await s3.GetAsync("/none");
        Assert.Equal((404, "text/html", "custom error"), (reply.Status, reply.Header("Content-Type"), reply.Text));
        Assert.Equal("NoSuchKey", reply.Header("x-amz-error-code"));
        Assert.Equal("The specified key does not exist.", reply.Header("x-amz-error-message"));
        Assert.Equal("none", reply.Header("x-amz-error-detail-Key"));

        s3.Host = "localhost:4566";
        await s3.SendAsync("DELETE", "/bucket/error.html");
        s3.Host = SiteHost;
        reply = await s3.GetAsync("/none?<");
        Assert.Equal((404, "text/html; charset=utf-8"), (reply.Status, reply.Header("Content-Type")));
        Assert.Contains("<li>Key: none</li>", reply.Text, StringComparison.Ordinal);
        Assert.Contains("<li>Key: error.html</li>", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.s3-website-us-east-1.amazonaws.com", "GET", 404, "NoSuchBucket")]
    [InlineData("plain.s3-website.eu-west-1.amazonaws.com", "GET", 404, "NoSuchWebsiteConfiguration")]
    [InlineData("bucket.s3-website-us-east-1.amazonaws.com", "GET", 404, "NoSuchKey")]
    [InlineData("bucket.s3-website-us-east-1.amazonaws.com", "POST", 405, "MethodNotAllowed")]
    public async Task Error_WithoutDocument_IsAPage(string host, string method, int status, string code)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.WithBucketAsync("plain");
        await ConfigureAsync(s3, Index);
        s3.Host = host;
        S3Reply reply = await s3.SendAsync(method, "/%3Cscript%3E");
        Assert.Equal((status, code, "text/html; charset=utf-8"), (reply.Status, reply.Header("x-amz-error-code"), reply.Header("Content-Type")));
        Assert.StartsWith("<html>", reply.Text, StringComparison.Ordinal);
        Assert.Contains($"<li>Code: {code}</li>", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RedirectAllRequests_KeepsThePath()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await ConfigureAsync(s3, "<RedirectAllRequestsTo><HostName>other.test</HostName><Protocol>https</Protocol></RedirectAllRequestsTo>");
        s3.Host = SiteHost;
        S3Reply reply = await s3.GetAsync("/a/b%20c");
        Assert.Equal((301, "https://other.test/a/b%20c"), (reply.Status, reply.Header("Location")));
    }

    [Fact]
    public async Task Site_HonoursConditionsRangesAndCors()
    {
        await using var s3 = await SiteAsync();
        S3Reply whole = await s3.GetAsync("/page.html");
        Assert.Equal(304, (await s3.GetAsync("/page.html", ("If-None-Match", whole.Header("ETag")!))).Status);
        S3Reply part = await s3.GetAsync("/page.html", ("Range", "bytes=1-2"), ("Origin", "http://a.test"));
        Assert.Equal((206, "ag", "bytes 1-2/4", "*"), (part.Status, part.Text, part.Header("Content-Range"), part.Header("Access-Control-Allow-Origin")));
    }

    private static async Task<S3Harness> SiteAsync()
    {
        S3Harness s3 = await new S3Harness().WithBucketAsync();
        await ConfigureAsync(s3, Index + "<ErrorDocument><Key>error.html</Key></ErrorDocument>" + Rules);
        await s3.PutAsync(
            "/bucket?cors",
            "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>");
        await s3.PutAsync("/bucket/index.html", "root");
        await s3.PutAsync("/bucket/folder/index.html", "inner");
        await s3.PutAsync("/bucket/page.html", "page");
        await s3.PutAsync("/bucket/images/there.png", "image");
        await s3.PutAsync("/bucket/error.html", "custom error", ("Content-Type", "text/html"));
        await s3.PutAsync("/bucket/moved", "", ("x-amz-website-redirect-location", "https://elsewhere.test/x"));
        s3.Host = SiteHost;
        return s3;
    }

    private static Task<S3Reply> ConfigureAsync(S3Harness s3, string content) =>
        s3.PutAsync("/bucket?website", $"<WebsiteConfiguration>{content}</WebsiteConfiguration>");

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
