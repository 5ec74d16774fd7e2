namespace RustStack.S3.Tests.Operations;

/// <summary>Presigned URLs before and after their end. The harness begins at 2024-05-06T07:08:09.123Z, 1714979289 seconds in.</summary>
public sealed class PresignedExpiryTests
{
    private const string Version4 = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test&X-Amz-Signature=0&X-Amz-Date=20240506T070000Z&";
    private const string Version2 = "AWSAccessKeyId=test&Signature=s&Expires=";

    [Theory]
    [InlineData(Version4 + "X-Amz-Expires=489", "489", "2024-05-06T07:08:09Z")]
    [InlineData(Version4 + "X-Amz-Expires=1", "1", "2024-05-06T07:00:01Z")]
    [InlineData(Version2 + "1714979288", null, "2024-05-06T07:08:08Z")]
    [InlineData(Version2 + "0", null, "1970-01-01T00:00:00Z")]
    public async Task UrlPastItsEnd_IsRefusedWhateverItAsks(string query, string? seconds, string end)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "old");
        S3Reply get = await s3.GetAsync("/bucket/key?" + query);
        get.AssertError(403, "AccessDenied", "Request has expired");
        Assert.Equal((seconds, end, "2024-05-06T07:08:09Z"), (get["X-Amz-Expires"], get["Expires"], get["ServerTime"]));
        Assert.Equal(403, (await s3.PutAsync("/bucket/key?" + query, "new")).Status);
        Assert.Equal(403, (await s3.SendAsync("DELETE", "/bucket/key?" + query)).Status);
        S3Reply head = await s3.SendAsync("HEAD", "/bucket/key?" + query);
        Assert.Equal((403, ""), (head.Status, head.Text));
        Assert.Equal("old", (await s3.GetAsync("/bucket/key")).Text);
    }

    [Theory]
    [InlineData(Version4 + "X-Amz-Expires=490")]
    [InlineData(Version4 + "X-Amz-Expires=604800")]
    [InlineData(Version2 + "1714979289")]
    [InlineData(Version2 + "4102444800")]
    [InlineData(Version2 + "9223372036854775807")]
    public async Task UrlBeforeItsEnd_IsAnswered(string query)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Equal(200, (await s3.PutAsync("/bucket/key?" + query, "body")).Status);
        Assert.Equal("body", (await s3.GetAsync("/bucket/key?" + query)).Text);
    }

    [Fact]
    public async Task Url_EndsWithTheClock()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        const string Url = "/bucket/key?" + Version4 + "X-Amz-Expires=490";
        Assert.Equal(200, (await s3.GetAsync(Url)).Status);
        s3.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(403, (await s3.GetAsync(Url)).Status);
    }
}
