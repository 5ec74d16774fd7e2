using System.Net;
using System.Text;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class FormUploadTests(RunningInstance instance) : S3Test(instance)
{
    private static readonly HttpClient Browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    [Fact]
    public async Task PresignedPost_LetsABrowserUpload()
    {
        string bucket = await NewBucketAsync();
        CreatePresignedPostResponse post = await PresignAsync(bucket, "folder/${filename}");

        using HttpResponseMessage answer = await SendAsync(post, "the file", "name of it.txt");

        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
        Assert.Equal("the file", await GetTextAsync(bucket, "folder/name of it.txt"));
    }

    [Fact]
    public async Task PresignedPost_ToAnotherKey_IsDenied()
    {
        string bucket = await NewBucketAsync();
        CreatePresignedPostResponse post = await PresignAsync(bucket, "one");
        post.Fields["key"] = "two";

        using HttpResponseMessage answer = await SendAsync(post, "the file", "file");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<Code>AccessDenied</Code><Message>Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;$key&quot;, &quot;one&quot;]</Message>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LargeFile_Streams_AndTheAnswerLeadsOn()
    {
        string bucket = await NewBucketAsync();
        byte[] bytes = RandomBytes(20_000_000, 7);
        CreatePresignedPostResponse post = await S3.CreatePresignedPostAsync(new()
        {
            BucketName = bucket,
            Key = "large",
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
            Fields = new() { ["success_action_redirect"] = "http://site.test/done" },
            Conditions = [S3PostCondition.ExactMatch("success_action_redirect", "http://site.test/done")],
        });

        using HttpResponseMessage answer = await SendAsync(post, bytes, "large.bin");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith($"http://site.test/done?bucket={bucket}&key=large&etag=%22", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using GetObjectResponse got = await S3.GetObjectAsync(bucket, "large");
        Assert.Equal(bytes, await ReadBytesAsync(got));
    }

    private Task<CreatePresignedPostResponse> PresignAsync(string bucket, string key) => S3.CreatePresignedPostAsync(new()
    {
        BucketName = bucket,
        Key = key,
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
    });

    private Task<HttpResponseMessage> SendAsync(CreatePresignedPostResponse post, string content, string fileName) =>
        SendAsync(post, Encoding.UTF8.GetBytes(content), fileName);

    private async Task<HttpResponseMessage> SendAsync(CreatePresignedPostResponse post, byte[] content, string fileName)
    {
        using MultipartFormDataContent form = [];
        foreach ((string name, string value) in post.Fields) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(content), "file", fileName);
        return await Browser.PostAsync(new Uri(Instance.Address, new Uri(post.Url).AbsolutePath), form);
    }
}
