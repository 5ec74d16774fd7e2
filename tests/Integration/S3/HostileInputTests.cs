using System.Text;
using System.Text.RegularExpressions;
using RustStack.Integration.Hosting;
using RustStack.Integration.RawHttp;

namespace RustStack.Integration.S3;

/// <summary>What a request says becomes neither a header of its own nor a file's name.</summary>
[Trait(RunningInstance.Requests, RunningInstance.Unsigned)]
public sealed partial class HostileInputTests(RunningInstance instance) : S3Test(instance)
{
    private readonly RunningInstance _instance = instance;

    [Theory]
    [InlineData("Content-Type", "a\r\nInjected: 1")]
    [InlineData("Cache-Control", "a\nInjected: 1")]
    [InlineData("Content-Disposition", "attachment; filename=\"a\r\nInjected: 1\"")]
    [InlineData("Content-Encoding", "a\rInjected: 1")]
    [InlineData("Expires", "a\r\n\r\nInjected: 1")]
    [InlineData("x-amz-meta-a", "a\r\nInjected: 1")]
    [InlineData("x-amz-website-redirect-location", "/a\r\nInjected: 1")]
    [InlineData("success_action_redirect", "http://example.com/\r\nInjected: 1")]
    public async Task LineBreakInAFormsField_InjectsNoHeader(string field, string value)
    {
        string bucket = await NewBucketAsync();
        RawAnswer form = await PostAsync(bucket, ("key", "key"), (field, value));
        RawAnswer read = await RawConnection.SendAsync(_instance.Address, $"GET /{bucket}/key");

        Assert.InRange(form.Status, 200, 499);
        Assert.InRange(read.Status, 200, 499);
        Assert.All(form.Headers.Concat(read.Headers), static header => Assert.NotEqual("injected", header.Key));
    }

    [Theory]
    [InlineData("response-content-type")]
    [InlineData("response-content-disposition")]
    [InlineData("response-cache-control")]
    [InlineData("response-content-encoding")]
    [InlineData("response-content-language")]
    [InlineData("response-expires")]
    public async Task LineBreakInAParameter_IsRefused(string parameter)
    {
        string bucket = await NewBucketAsync();
        await PostAsync(bucket, ("key", "key"));

        RawAnswer answer = await RawConnection.SendAsync(
            _instance.Address, $"GET /{bucket}/key?{parameter}=a%0d%0aInjected:%201", ["Authorization: AWS4-HMAC-SHA256 Credential=test/20261125/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"]);

        Assert.Equal(400, answer.Status);
        Assert.Contains("<Code>InvalidArgument</Code>", answer.Text, StringComparison.Ordinal);
        Assert.Null(answer.Header("injected"));
    }

    [Fact]
    public async Task LineBreakInAKey_IsEncodedInLocations()
    {
        string bucket = await NewBucketAsync();

        RawAnswer answer = await PostAsync(bucket, ("key", "a\r\nInjected: 1"));

        Assert.Equal($"http://{_instance.Address.Authority}/{bucket}/a%0D%0AInjected%3A%201", answer.Header("location"));
        Assert.Null(answer.Header("injected"));
    }

    [Fact]
    public async Task Keys_NameNoFiles()
    {
        await using RestartableInstance saved = new();
        await saved.StartAsync();
        Assert.Equal(200, (await RawConnection.SendAsync(saved.Address, "PUT /bucket", [], [])).Status);
        string[] keys = ["../../../escaped", "..%2F..%2Fescaped", "%2Fetc%2Fescaped", "a/../../escaped", ".", "..", "C:%5Cescaped", "escaped;rm%20-rf", "con", "objects/tmp/escaped"];
        byte[] large = new byte[600_000];
        foreach (string key in keys) Assert.Equal(200, (await RawConnection.SendAsync(saved.Address, $"PUT /bucket/{key}", [], large)).Status);

        string[] files = [.. Directory.EnumerateFiles(Path.Combine(saved.Folder, "objects"), "*", SearchOption.AllDirectories)];

        Assert.Equal(keys.Length, files.Length);
        Assert.All(files, static file => Assert.Matches(BlobName, Path.GetFileName(file)));
        Assert.DoesNotContain(Directory.EnumerateFiles(saved.Folder, "*", SearchOption.AllDirectories), static file => file.Contains("escaped", StringComparison.Ordinal));
        Assert.False(File.Exists("/etc/escaped"));
    }

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex BlobName { get; }

    private async Task<RawAnswer> PostAsync(string bucket, params (string Name, string Value)[] fields)
    {
        StringBuilder form = new();
        foreach ((string name, string value) in fields) form.Append($"--xyz\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        form.Append("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ntext\r\n--xyz--\r\n");
        return await RawConnection.SendAsync(
            _instance.Address, $"POST /{bucket}", ["Content-Type: multipart/form-data; boundary=xyz"], Encoding.UTF8.GetBytes(form.ToString()));
    }
}
