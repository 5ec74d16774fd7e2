using System.Xml.Linq;
using RustStack.Integration.Hosting;
using RustStack.Integration.RawHttp;

namespace RustStack.Integration.S3.Raw;

public sealed class PathTests(RunningInstance instance) : RawS3Test(instance)
{
    private static readonly XNamespace S3Xml = "http://s3.amazonaws.com/doc/2006-03-01/";

    [Theory]
    [InlineData("a//b", "a//b")]
    [InlineData("/leading", "/leading")]
    [InlineData("//", "//")]
    [InlineData("a/./b", "a/./b")]
    [InlineData("a/../b", "a/../b")]
    [InlineData("..", "..")]
    [InlineData("../../etc/passwd", "../../etc/passwd")]
    [InlineData("%2E%2E/x", "../x")]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a+b", "a+b")]
    [InlineData("a%20b", "a b")]
    [InlineData("trailing/", "trailing/")]
    [InlineData("%E2%9C%93", "✓")]
    [InlineData("%C3%A4%F0%9F%98%80%E0%A4%A8%E0%A5%8D", "\u00e4\U0001F600\u0928\u094d")]
    [InlineData("a%3Fb", "a?b")]
    [InlineData("a;b=c:d@e", "a;b=c:d@e")]
    [InlineData("%5C..%5Cx", "\\..\\x")]
    public async Task Key_IsDecodedOnceAndOtherwiseUntouched(string path, string key)
    {
        string bucket = await NewBucketAsync();

        RawAnswer put = await SendAsync($"PUT /{bucket}/{path}", [], "body"u8.ToArray());
        RawAnswer get = await SendAsync($"GET /{bucket}/{path}");
        RawAnswer list = await SendAsync($"GET /{bucket}?list-type=2");

        Assert.Equal((200, ""), (put.Status, put.Text));
        Assert.Equal((200, "body"), (get.Status, get.Text));
        IEnumerable<XElement> entries = XElement.Parse(list.Text).Elements(S3Xml + "Contents");
        Assert.Equal([key], entries.Select(static entry => entry.Element(S3Xml + "Key")!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task BucketPath_MayEndInASlash(string slash)
    {
        string bucket = await NewBucketAsync();

        RawAnswer head = await SendAsync($"HEAD /{bucket}{slash}");

        Assert.Equal(200, head.Status);
        Assert.Equal("us-east-1", head.Header("x-amz-bucket-region"));
        Assert.Empty(head.Body);
    }

    [Fact]
    public async Task CreatedBucket_HasALocation()
    {
        string bucket = Instance.NewName("bucket");

        RawAnswer answer = await SendAsync($"PUT /{bucket}");

        Assert.Equal((200, $"/{bucket}"), (answer.Status, answer.Header("location")));
        Assert.Empty(answer.Body);
    }
}
