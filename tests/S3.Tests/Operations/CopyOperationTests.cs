namespace RustStack.S3.Tests.Operations;

public sealed class CopyOperationTests
{
    private const string ETagOfBody = "\"841a2d689ad86bd1611447453c22c6fc\"";

    [Fact]
    public async Task Copy_TakesBytesMetadataAndTags()
    {
        await using var s3 = await SourceAsync();
        await s3.WithBucketAsync("other");
        S3Reply reply = await CopyAsync(s3, "/other/copy");
        Assert.Equal((200, ETagOfBody), (reply.Status, reply["ETag"]));
        Assert.Equal("2024-05-06T07:08:09.000Z", reply["LastModified"]);
        S3Reply copy = await s3.GetAsync("/other/copy");
        Assert.Equal(
            ("body", "text/plain", "v", "1"),
            (copy.Text, copy.Header("Content-Type"), copy.Header("x-amz-meta-m"), copy.Header("x-amz-tagging-count")));
        Assert.Null(copy.Header("x-amz-storage-class"));

        await s3.SendAsync("DELETE", "/bucket/source%20%C3%BC");
        Assert.Equal("body", (await s3.GetAsync("/other/copy")).Text);
    }

    [Fact]
    public async Task Replace_TakesMetadataAndTagsFromTheRequest()
    {
        await using var s3 = await SourceAsync();
        await CopyAsync(
            s3,
            "/bucket/copy",
            ("x-amz-metadata-directive", "REPLACE"),
            ("x-amz-tagging-directive", "REPLACE"),
            ("x-amz-meta-n", "w"),
            ("x-amz-tagging", "x=1&y=2"),
            ("x-amz-storage-class", "ONEZONE_IA"));
        S3Reply copy = await s3.GetAsync("/bucket/copy");
        Assert.Equal(
            ("binary/octet-stream", null, "w"), (copy.Header("Content-Type"), copy.Header("x-amz-meta-m"), copy.Header("x-amz-meta-n")));
        Assert.Equal(("2", "ONEZONE_IA"), (copy.Header("x-amz-tagging-count"), copy.Header("x-amz-storage-class")));
    }

    [Fact]
    public async Task CopyToItself_MustChangeSomething()
    {
        await using var s3 = await SourceAsync();
        (await CopyAsync(s3, "/bucket/source%20%C3%BC")).AssertError(
            400,
            "InvalidRequest",
            "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
            + "storage class, website redirect location or encryption attributes.");
        Assert.Equal(200, (await CopyAsync(s3, "/bucket/source%20%C3%BC", ("x-amz-metadata-directive", "REPLACE"))).Status);
        S3Reply reply = await s3.GetAsync("/bucket/source%20%C3%BC");
        Assert.Equal(("body", null), (reply.Text, reply.Header("x-amz-meta-m")));
    }

    [Theory]
    [InlineData("if-match", ETagOfBody, 200)]
    [InlineData("if-match", "\"other\"", 412)]
    [InlineData("if-none-match", ETagOfBody, 412)]
    [InlineData("if-none-match", "\"other\"", 200)]
    [InlineData("if-modified-since", "Mon, 06 May 2024 07:08:09 GMT", 412)]
    [InlineData("if-unmodified-since", "Mon, 06 May 2024 07:08:08 GMT", 412)]
    public async Task SourceCondition_IsHonoured(string condition, string value, int status)
    {
        await using var s3 = await SourceAsync();
        S3Reply reply = await CopyAsync(s3, "/bucket/copy", ("x-amz-copy-source-" + condition, value));
        Assert.Equal(status, reply.Status);
        if (status == 412) reply.AssertError(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        Assert.Equal(status == 200 ? 200 : 404, (await s3.GetAsync("/bucket/copy")).Status);
    }

    [Theory]
    [InlineData("bucket", 400, "InvalidArgument", "Copy Source must mention the source bucket and key: sourcebucket/sourcekey")]
    [InlineData("bucket/absent", 404, "NoSuchKey", "The specified key does not exist.")]
    [InlineData("absent/key", 404, "NoSuchBucket", "The specified bucket does not exist")]
    [InlineData("bucket/source%20%C3%BC?versionId=x", 400, "InvalidArgument", "Invalid version id specified")]
    [InlineData(
        "bucket/source%20%C3%BC?versionId=J8Qy3sXoEoMwrmH4sWPZp8r1cKq_x.9A", 404, "NoSuchVersion", "The specified version does not exist.")]
    [InlineData(
        "arn:aws:s3:x:1:accesspoint/y/object/z",
        501,
        "NotImplemented",
        "A header you provided implies functionality that is not implemented")]
    public async Task WrongSource_IsRefused(string source, int status, string code, string message)
    {
        await using var s3 = await SourceAsync();
        (await s3.SendAsync("PUT", "/bucket/copy", null, ("x-amz-copy-source", source))).AssertError(status, code, message);
    }

    [Theory]
    [InlineData("x-amz-metadata-directive", "MERGE", "Unknown metadata directive.")]
    [InlineData("x-amz-tagging-directive", "MERGE", "Unknown tagging directive.")]
    public async Task UnknownDirective_IsRefused(string header, string value, string message)
    {
        await using var s3 = await SourceAsync();
        (await CopyAsync(s3, "/bucket/copy", (header, value))).AssertError(400, "InvalidArgument", message);
    }

    [Fact]
    public async Task OtherChecksum_IsComputed()
    {
        await using var s3 = await SourceAsync();
        S3Reply reply = await CopyAsync(s3, "/bucket/copy", ("x-amz-checksum-algorithm", "CRC32"));
        Assert.Equal(("FULL_OBJECT", 8), (reply["ChecksumType"], reply["ChecksumCRC32"]!.Length));
        S3Reply copy = await s3.GetAsync("/bucket/copy", ("x-amz-checksum-mode", "ENABLED"));
        Assert.Equal(reply["ChecksumCRC32"], copy.Header("x-amz-checksum-crc32"));
    }

    private static async Task<S3Harness> SourceAsync()
    {
        S3Harness s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync(
            "/bucket/source%20%C3%BC",
            "body",
            ("Content-Type", "text/plain"),
            ("x-amz-meta-m", "v"),
            ("x-amz-tagging", "t=1"),
            ("x-amz-storage-class", "STANDARD_IA"));
        return s3;
    }

    private static Task<S3Reply> CopyAsync(S3Harness s3, string target, params (string Name, string Value)[] headers) =>
        s3.SendAsync("PUT", target, null, [("x-amz-copy-source", "/bucket/source%20%C3%BC"), .. headers]);
}
