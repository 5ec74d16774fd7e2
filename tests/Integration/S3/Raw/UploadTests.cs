using RustStack.Integration.Hosting;
using RustStack.Integration.RawHttp;

namespace RustStack.Integration.S3.Raw;

public sealed class UploadTests(RunningInstance instance) : RawS3Test(instance)
{
    [Fact]
    public async Task ExpectContinue_IsAnsweredBeforeTheBodyIsSent()
    {
        const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";
        string bucket = await NewBucketAsync();
        using RawConnection connection = await RawConnection.OpenAsync(Instance.Address);

        await connection.WriteAsync(RawConnection.Head(Instance.Address, $"PUT /{bucket}/key", ["Expect: 100-continue"], 4));
        Assert.Equal(Continue, await connection.ReadTextAsync(Continue.Length));
        await connection.WriteAsync("body"u8.ToArray());
        RawAnswer answer = await connection.ReadToEndAsync();

        Assert.Equal(200, answer.Status);
        Assert.Equal("body", await GetTextAsync(bucket, "key"));
    }

    [Fact]
    public async Task ExpectContinue_OfARefusedUpload_NeedsNoBody()
    {
        using RawConnection connection = await RawConnection.OpenAsync(Instance.Address);

        await connection.WriteAsync(RawConnection.Head(
            Instance.Address, $"PUT /{Instance.NewName("absent")}/key", ["Expect: 100-continue"], 1 << 30));
        RawAnswer answer = await connection.ReadToEndAsync();

        IsError(answer, 404, "NoSuchBucket", S3Messages.NoSuchBucket);
    }

    [Fact]
    public async Task ChunkedTransfer_IsUndone()
    {
        string bucket = await NewBucketAsync();
        using RawConnection connection = await RawConnection.OpenAsync(Instance.Address);

        await connection.WriteAsync(RawConnection.Head(Instance.Address, $"PUT /{bucket}/key", ["Transfer-Encoding: chunked"], null));
        await connection.WriteAsync("4\r\nbody\r\n0\r\n\r\n"u8.ToArray());
        RawAnswer answer = await connection.ReadToEndAsync();

        Assert.Equal((200, ""), (answer.Status, answer.Text));
        Assert.Equal("body", await GetTextAsync(bucket, "key"));
    }

    [Fact]
    public async Task UploadWithoutAType_IsBinary()
    {
        string bucket = await NewBucketAsync();

        await SendAsync($"PUT /{bucket}/key", [], "body"u8.ToArray());

        Assert.Equal("binary/octet-stream", (await SendAsync($"HEAD /{bucket}/key")).Header("content-type"));
    }

    [Fact]
    public async Task Sha256OfTheBody_IsChecked()
    {
        string bucket = await NewBucketAsync();

        RawAnswer answer = await SendAsync($"PUT /{bucket}/key", [$"x-amz-content-sha256: {new string('0', 64)}"], "body"u8.ToArray());

        IsError(
            answer, 400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
        IsError(await SendAsync($"GET /{bucket}/key"), 404, "NoSuchKey", S3Messages.NoSuchKey);
    }

    /// <summary>S3 takes header bytes for ISO-8859-1, as its documentation's own example of such metadata shows.</summary>
    [Fact]
    public async Task NonAsciiMetadata_ComesBackEncoded()
    {
        string bucket = await NewBucketAsync();

        RawAnswer put = await SendAsync($"PUT /{bucket}/key", ["x-amz-meta-city: Zürich ✓"], []);
        RawAnswer head = await SendAsync($"HEAD /{bucket}/key");

        Assert.Equal(200, put.Status);
        Assert.Equal("=?UTF-8?B?WsODwrxyaWNoIMOiwpzCkw==?=", head.Header("x-amz-meta-city"));
    }

    [Fact]
    public async Task UnknownHeadersThatAwsIgnores_AreIgnored()
    {
        string bucket = await NewBucketAsync();

        string[] headers = ["x-amz-unheard-of: 1", "X-Custom: 2", "User-Agent: raw"];
        RawAnswer put = await SendAsync($"PUT /{bucket}/key", headers, "body"u8.ToArray());

        Assert.Equal((200, ""), (put.Status, put.Text));
        Assert.Equal("0", put.Header("content-length"));
        Assert.NotNull(put.Header("x-amz-request-id"));
        Assert.NotNull(put.Header("x-amz-id-2"));
        Assert.NotNull(put.Header("date"));
        Assert.Equal("AmazonS3", put.Header("server"));
    }
}
