using System.Text;
using RustStack.S3.Tests.Uploads;

namespace RustStack.S3.Tests.Operations;

/// <summary>Conditional writes that meet other requests on their way.</summary>
public sealed class ConditionalWriteTests
{
    private const string Conflict = "The conditional request cannot succeed due to a conflicting operation against this resource.";
    private const string ETagOfOld = "\"149603e6c03516362a8da23f624db945\"";

    [Theory]
    [InlineData("If-None-Match", "*")]
    [InlineData("If-Match", ETagOfOld)]
    public async Task ObjectDeletedDuringThePut_IsAConflict(string header, string value)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "old");
        ActingStream body = new("new"u8.ToArray(), () => s3.SendAsync("DELETE", "/bucket/key"));
        S3Reply reply = await s3.SendAsync("PUT", "/bucket/key", body, 3, (header, value));
        reply.AssertError(409, "ConditionalRequestConflict", Conflict);
        Assert.Equal((header, "key"), (reply["Condition"], reply["Key"]));
        Assert.Equal(404, (await s3.SendAsync("HEAD", "/bucket/key")).Status);
    }

    [Theory]
    [InlineData("If-None-Match", "*")]
    [InlineData("If-Match", ETagOfOld)]
    public async Task ObjectWrittenDuringThePut_FailsTheCondition(string header, string value)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        if (header == "If-Match") await s3.PutAsync("/bucket/key", "old");
        ActingStream body = new("new"u8.ToArray(), () => s3.PutAsync("/bucket/key", "other"));
        S3Reply reply = await s3.SendAsync("PUT", "/bucket/key", body, 3, (header, value));
        reply.AssertError(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        Assert.Equal(header, reply["Condition"]);
        Assert.Equal("other", (await s3.GetAsync("/bucket/key")).Text);
    }

    [Fact]
    public async Task ObjectDeletedDuringTheUpload_IsAConflictOfItsCompletion()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "old");
        (string target, byte[] document) = await UploadAsync(s3);
        (await s3.SendAsync("POST", target, document, ("If-None-Match", "*"))).AssertError(
            412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        await s3.SendAsync("DELETE", "/bucket/key");
        S3Reply reply = await s3.SendAsync("POST", target, document, ("If-None-Match", "*"));
        reply.AssertError(409, "ConditionalRequestConflict", Conflict);
        Assert.Equal(("If-None-Match", "key"), (reply["Condition"], reply["Key"]));
        Assert.Equal(200, (await s3.SendAsync("POST", target, document)).Status);
    }

    [Theory]
    [InlineData("If-Match", ETagOfOld, 200)]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-None-Match", "*", 412)]
    public async Task Copy_HonoursConditionsOnItsTarget(string header, string value, int status)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "old");
        await s3.PutAsync("/bucket/source", "source");
        S3Reply reply = await s3.SendAsync("PUT", "/bucket/key", null, ("x-amz-copy-source", "bucket/source"), (header, value));
        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? "source" : "old", (await s3.GetAsync("/bucket/key")).Text);
    }

    [Fact]
    public async Task Completion_IsDatedFromItsBeginning()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (string target, byte[] document) = await UploadAsync(s3);
        s3.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, (await s3.SendAsync("POST", target, document)).Status);
        Assert.Equal("Mon, 06 May 2024 07:08:09 GMT", (await s3.SendAsync("HEAD", "/bucket/key")).Header("Last-Modified"));
    }

    private static async Task<(string Target, byte[] Document)> UploadAsync(S3Harness s3)
    {
        string upload = (await s3.SendAsync("POST", "/bucket/key?uploads"))["UploadId"]!;
        S3Reply part = await s3.PutAsync($"/bucket/key?partNumber=1&uploadId={upload}", "part");
        string document = $"<Part><PartNumber>1</PartNumber><ETag>{part.Header("ETag")}</ETag></Part>";
        return (
            $"/bucket/key?uploadId={upload}", Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{document}</CompleteMultipartUpload>"));
    }
}
