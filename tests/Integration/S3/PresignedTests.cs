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

    /// <summary>The SDK signs URLs that live longer than a week with version 2, others with version 4.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public async Task Put_StoresTheBody(int hours)
    {
        string bucket = await NewBucketAsync();
        DateTime expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(hours);
        using var http = new HttpClient();
        using var content = new StringContent("uploaded", Encoding.UTF8, "text/plain");

        using HttpResponseMessage response = await http.PutAsync(Url(bucket, "key", HttpVerb.PUT, expires), content);

        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
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

    private Uri Url(string bucket, string key, HttpVerb verb, DateTime? expires = null) => new(S3.GetPreSignedURL(
        new GetPreSignedUrlRequest
        {
            BucketName = bucket,
            Key = key,
            Verb = verb,
            Expires = expires ?? FarAhead,
            Protocol = Protocol.HTTP,
            ContentType = verb == HttpVerb.PUT ? "text/plain; charset=utf-8" : null,
        }));
}
