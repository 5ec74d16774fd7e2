using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class PresignedTests(RunningInstance instance) : S3Test(instance)
{
    private static readonly DateTime FarAhead = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("key")]
    [InlineData("a b/ü+%/c")]
    public async Task Get_NeedsNoClient(string key)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, key, "presigned");
        using var http = new HttpClient();

        using HttpResponseMessage response = await http.GetAsync(Url(bucket, key, HttpVerb.GET));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("presigned", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Put_StoresTheBody()
    {
        string bucket = await NewBucketAsync();
        using var http = new HttpClient();
        using var content = new StringContent("uploaded", Encoding.UTF8, "text/plain");

        using HttpResponseMessage response = await http.PutAsync(Url(bucket, "key", HttpVerb.PUT), content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("uploaded", await GetTextAsync(bucket, "key"));
    }

    [Fact]
    public async Task GetWithOverrides_ChangesTheHeaders()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "body");
        using var http = new HttpClient();
        var request = new GetPreSignedUrlRequest
        {
            BucketName = bucket,
            Key = "key",
            Expires = FarAhead,
            Protocol = Protocol.HTTP,
            ResponseHeaderOverrides = new ResponseHeaderOverrides { ContentDisposition = "attachment; filename=x.txt" },
        };

        using HttpResponseMessage response = await http.GetAsync(new Uri(await S3.GetPreSignedURLAsync(request)));

        Assert.Equal("attachment; filename=x.txt", response.Content.Headers.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task Delete_RemovesTheObject()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "body");
        using var http = new HttpClient();

        using HttpResponseMessage response = await http.DeleteAsync(Url(bucket, "key", HttpVerb.DELETE));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        await FailsAsync(404, "NoSuchKey", S3Messages.NoSuchKey, () => S3.GetObjectAsync(bucket, "key"));
    }

    private Uri Url(string bucket, string key, HttpVerb verb) => new(S3.GetPreSignedURL(
        new GetPreSignedUrlRequest { BucketName = bucket, Key = key, Verb = verb, Expires = FarAhead, Protocol = Protocol.HTTP }));
}
