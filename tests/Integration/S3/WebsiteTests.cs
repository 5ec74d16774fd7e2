using Amazon.S3.Model;
using RustStack.Integration.Hosting;
using RustStack.Integration.RawHttp;
using RustStack.Integration.S3.Raw;

namespace RustStack.Integration.S3;

public sealed class WebsiteTests(RunningInstance instance) : RawS3Test(instance)
{
    [Fact]
    public async Task Configuration_IsGivenBack_AndDeleted()
    {
        string bucket = await NewSiteAsync();

        WebsiteConfiguration website = (await S3.GetBucketWebsiteAsync(bucket)).WebsiteConfiguration;
        Assert.Equal(("index.html", "error.html"), (website.IndexDocumentSuffix, website.ErrorDocument));
        Assert.Equal("docs/", Assert.Single(website.RoutingRules).Condition.KeyPrefixEquals);
        await S3.DeleteBucketWebsiteAsync(bucket);

        // The SDK takes the error NoSuchWebsiteConfiguration for an empty configuration.
        Assert.Null((await S3.GetBucketWebsiteAsync(bucket)).WebsiteConfiguration?.IndexDocumentSuffix);
    }

    [Theory]
    [InlineData("s3-website.localhost.localstack.cloud")]
    [InlineData("s3-website-us-east-1.amazonaws.com")]
    [InlineData("s3-website.us-east-1.amazonaws.com")]
    public async Task WebsiteHost_ServesPagesAndRedirects(string domain)
    {
        string bucket = await NewSiteAsync();
        string host = $"Host: {bucket}.{domain}";

        RawAnswer root = await SendAsync("GET /", [host]);
        RawAnswer folder = await SendAsync("GET /sub", [host]);
        RawAnswer missing = await SendAsync("GET /none", [host]);
        RawAnswer routed = await SendAsync("HEAD /docs/a%20page", [host]);
        RawAnswer posted = await SendAsync("POST /", [host, "Content-Length: 0"]);

        Assert.Equal((200, "root", "text/html"), (root.Status, root.Text, root.Header("content-type")));
        Assert.Equal((302, "/sub/"), (folder.Status, folder.Header("location")));
        Assert.Equal((404, "sorry", "NoSuchKey"), (missing.Status, missing.Text, missing.Header("x-amz-error-code")));
        Assert.Equal((301, $"http://{bucket}.{domain}/documents/a%20page", ""), (routed.Status, routed.Header("location"), routed.Text));
        Assert.Equal((405, "MethodNotAllowed"), (posted.Status, posted.Header("x-amz-error-code")));
        Assert.StartsWith("<html>", posted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RedirectAllRequests_KeepsPathAndQuery()
    {
        string bucket = await NewBucketAsync();
        await S3.PutBucketWebsiteAsync(bucket, new() { RedirectAllRequestsTo = new() { HostName = "other.test", Protocol = "https" } });

        RawAnswer answer = await SendAsync("GET /a/b?c=d", [$"Host: {bucket}.s3-website.localhost.localstack.cloud:4566"]);

        Assert.Equal((301, "https://other.test/a/b?c=d"), (answer.Status, answer.Header("location")));
    }

    private async Task<string> NewSiteAsync()
    {
        string bucket = await NewBucketAsync();
        RoutingRule rule = new() { Condition = new() { KeyPrefixEquals = "docs/" }, Redirect = new() { ReplaceKeyPrefixWith = "documents/" } };
        await S3.PutBucketWebsiteAsync(
            bucket, new() { IndexDocumentSuffix = "index.html", ErrorDocument = "error.html", RoutingRules = [rule] });
        await S3.PutObjectAsync(new() { BucketName = bucket, Key = "index.html", ContentBody = "root", ContentType = "text/html" });
        await PutAsync(bucket, "sub/index.html", "sub");
        await PutAsync(bucket, "error.html", "sorry");
        return bucket;
    }
}
