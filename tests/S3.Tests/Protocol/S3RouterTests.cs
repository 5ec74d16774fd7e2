using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Tests.Protocol;

public class S3RouterTests
{
    private const string HostId = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public async Task Error_IsS3sDocument()
    {
        AwsException error = new AwsException("NoSuchKey", 404, "The specified key does not exist.").With("Key", "a<b>&\"c");
        HttpContext answer = await new RouterHarness(new Failing(error)).SendAsync("GET", "/bucket/a%3Cb%3E");
        Assert.Equal(404, answer.Response.StatusCode);
        Assert.Equal("application/xml", answer.Response.ContentType);
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
            + "<Key>a&lt;b&gt;&amp;&quot;c</Key><Resource>/bucket/a&lt;b&gt;</Resource>"
            + $"<RequestId>{RouterHarness.RequestId}</RequestId><HostId>{HostId}</HostId></Error>",
            RouterHarness.Body(answer));
    }

    [Theory]
    [InlineData("GET", "/bucket/key", 404)]
    [InlineData("GET", "/bucket?cors", 501)]
    [InlineData("GET", "/bucket/%zz", 400)]
    [InlineData("HEAD", "/", 405)]
    public async Task EveryAnswer_HasTheCommonHeaders(string method, string target, int status)
    {
        RouterHarness router = new(new Failing(new AwsException("NoSuchKey", 404, "x")));
        HttpContext answer = await router.SendAsync(method, target);
        Assert.Equal(status, answer.Response.StatusCode);
        IHeaderDictionary headers = answer.Response.Headers;
        Assert.Equal(RouterHarness.RequestId, headers["x-amz-request-id"]);
        Assert.Equal(HostId, headers["x-amz-id-2"]);
        Assert.Equal("Mon, 12 Oct 2009 17:50:30 GMT", headers.Date);
        Assert.Equal("AmazonS3", headers.Server);
    }

    [Fact]
    public async Task ErrorOfHead_HasNoBody()
    {
        HttpContext answer = await new RouterHarness().SendAsync("HEAD", "/bucket?acl");
        Assert.Equal(405, answer.Response.StatusCode);
        Assert.Equal("", RouterHarness.Body(answer));
        Assert.Null(answer.Response.ContentLength);
    }

    [Fact]
    public async Task NotModified_HasNoBodyAndKeepsTheOperationsHeaders()
    {
        RouterHarness router = new(new Failing(new AwsException("NotModified", 304, "Not Modified")));
        HttpContext answer = await router.SendAsync("GET", "/bucket/key");
        Assert.Equal(304, answer.Response.StatusCode);
        Assert.Equal("\"e\"", answer.Response.Headers.ETag);
        Assert.Equal("", RouterHarness.Body(answer));
        Assert.Null(answer.Response.ContentType);
    }

    [Theory]
    [InlineData("GET", "/bucket?cors", "GetBucketCors")]
    [InlineData("DELETE", "/bucket?replication", "DeleteBucketReplication")]
    [InlineData("POST", "/bucket/key?select&select-type=2", "SelectObjectContent")]
    [InlineData("GET", "/bucket?session", "CreateSession")]
    [InlineData("POST", "/bucket", "PostObject")]
    [InlineData("OPTIONS", "/bucket/key", "OptionsPreflight")]
    public async Task KnownOperationThatIsNotThere_IsNotImplementedByName(string method, string target, string operation)
    {
        HttpContext answer = await new RouterHarness().SendAsync(method, target);
        Assert.Equal(501, answer.Response.StatusCode);
        Assert.Contains(
            $"<Code>NotImplemented</Code><Message>The operation {operation} is not implemented.</Message>",
            RouterHarness.Body(answer),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnexpectedException_IsInternalErrorWithoutItsText()
    {
        HttpContext answer = await new RouterHarness(new Failing(new InvalidOperationException("secret"))).SendAsync("GET", "/bucket/key");
        Assert.Equal(500, answer.Response.StatusCode);
        Assert.Contains(
            "<Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message>",
            RouterHarness.Body(answer),
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret", RouterHarness.Body(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        408,
        "RequestTimeout",
        "Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.")]
    [InlineData(400, "BadRequest", "An error occurred when parsing the HTTP request.")]
    public async Task BadHttpRequest_IsS3sError(int status, string code, string message)
    {
        RouterHarness router = new(new Failing(new BadHttpRequestException("kestrel's words", status)));
        HttpContext answer = await router.SendAsync("GET", "/bucket/key");
        Assert.Equal(400, answer.Response.StatusCode);
        Assert.Contains($"<Code>{code}</Code><Message>{message}</Message>", RouterHarness.Body(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1024, 404, "NoSuchKey")]
    [InlineData(1025, 400, "KeyTooLongError")]
    public async Task KeyLength_IsBounded(int length, int status, string code)
    {
        RouterHarness router = new(new Failing(new AwsException("NoSuchKey", 404, "x")));
        HttpContext answer = await router.SendAsync("GET", "/bucket/" + new string('k', length));
        Assert.Equal(status, answer.Response.StatusCode);
        Assert.Contains($"<Code>{code}</Code>", RouterHarness.Body(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_IsCopiedAndDisposed()
    {
        MemoryStream body = new("body"u8.ToArray());
        RouterHarness router = new(new Answering(new() { Body = body, ContentLength = 4, ETag = "\"e\"", BucketKeyEnabled = true }));
        HttpContext answer = await router.SendAsync("GET", "/bucket/key");
        Assert.Equal("body", RouterHarness.Body(answer));
        Assert.Equal((200, 4), (answer.Response.StatusCode, answer.Response.ContentLength));
        Assert.Equal("\"e\"", answer.Response.Headers.ETag);
        Assert.Equal("true", answer.Response.Headers["x-amz-server-side-encryption-bucket-key-enabled"]);
        Assert.False(body.CanRead);
    }

    [Fact]
    public async Task HeaderValueWithLineBreaks_BecomesNoHeaderOfItsOwn()
    {
        HttpContext answer = await new RouterHarness(new Answering(new()
        {
            ContentDisposition = "a\r\nx-evil: 1",
            Metadata = new Dictionary<string, string> { ["note"] = "b\r\nx-evil: 1" },
        })).SendAsync("GET", "/bucket/key");
        Assert.Equal("a  x-evil: 1", answer.Response.Headers.ContentDisposition);
        Assert.Equal("=?UTF-8?B?Yg0KeC1ldmlsOiAx?=", answer.Response.Headers["x-amz-meta-note"]);
        Assert.False(answer.Response.Headers.ContainsKey("x-evil"));
    }

    private sealed class Failing(Exception exception) : GetObjectOperation
    {
        protected override ValueTask<GetObjectOutput> HandleAsync(
            GetObjectRequest input, S3Exchange exchange, CancellationToken cancellationToken)
        {
            exchange.SetHeader("ETag", "\"e\"");
            throw exception;
        }
    }

    private sealed class Answering(GetObjectOutput output) : GetObjectOperation
    {
        protected override ValueTask<GetObjectOutput> HandleAsync(
            GetObjectRequest input, S3Exchange exchange, CancellationToken cancellationToken) =>
            new(output);
    }
}
