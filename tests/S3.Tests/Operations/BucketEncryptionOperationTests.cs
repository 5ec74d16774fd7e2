namespace RustStack.S3.Tests.Operations;

public sealed class BucketEncryptionOperationTests
{
    private const string KeyArn = "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string CustomerKey = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private const string CustomerKeyMd5 = "KYvwGXoFFJ42a2u2GDWhwQ==";

    [Fact]
    public async Task EveryBucket_HasADefault()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply got = await s3.GetAsync("/bucket?encryption");
        Assert.Equal((200, "AES256", "false", null), (got.Status, got["SSEAlgorithm"], got["BucketKeyEnabled"], got["KMSMasterKeyID"]));
        Assert.Equal(200, (await ConfigureAsync(s3, Kms(KeyArn, true))).Status);
        got = await s3.GetAsync("/bucket?encryption");
        Assert.Equal(("aws:kms", "true", KeyArn), (got["SSEAlgorithm"], got["BucketKeyEnabled"], got["KMSMasterKeyID"]));
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?encryption")).Status);
        Assert.Equal("AES256", (await s3.GetAsync("/bucket?encryption"))["SSEAlgorithm"]);
    }

    [Theory]
    [InlineData("", "MalformedXML", null)]
    [InlineData("<Rule/>", "MalformedXML", null)]
    [InlineData("<Rule><BucketKeyEnabled>true</BucketKeyEnabled></Rule>", "MalformedXML", null)]
    [InlineData(
        "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>DES</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>",
        "MalformedXML",
        null)]
    [InlineData(
        "<Rule><BlockedEncryptionTypes><EncryptionType>SSE-X</EncryptionType></BlockedEncryptionTypes></Rule>", "MalformedXML", null)]
    [InlineData(
        "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID>"
        + "</ApplyServerSideEncryptionByDefault></Rule>",
        "InvalidArgument",
        "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse")]
    public async Task InvalidConfiguration_IsRefused(string rules, string code, string? message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await ConfigureAsync(s3, rules)).AssertError(
            400, code, message ?? "The XML you provided was not well-formed or did not validate against our published schema");
        (await ConfigureAsync(s3, Kms(null, false) + Kms(null, false))).AssertError(
            400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
    }

    [Fact]
    public async Task Default_IsAppliedToEveryKindOfWrite()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/before", "body");
        await ConfigureAsync(s3, Kms("1234abcd-12ab-34cd-56ef-1234567890ab", true));
        S3Reply put = await s3.PutAsync("/bucket/key", "body");
        S3Reply copied = await s3.SendAsync("PUT", "/bucket/copy", null, ("x-amz-copy-source", "/bucket/before"));
        S3Reply began = await s3.SendAsync("POST", "/bucket/parts?uploads");
        S3Reply part = await s3.PutAsync($"/bucket/parts?uploadId={began["UploadId"]}&partNumber=1", "body");
        string parts = $"<Part><PartNumber>1</PartNumber><ETag>{part.Header("ETag")}</ETag></Part>";
        S3Reply completed = await s3.SendAsync(
            "POST",
            $"/bucket/parts?uploadId={began["UploadId"]}",
            System.Text.Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>"));
        S3Reply[] replies =
        [
            put, copied, began, part, completed,
            await s3.GetAsync("/bucket/key"), await s3.SendAsync("HEAD", "/bucket/copy"), await s3.GetAsync("/bucket/parts"),
        ];
        Assert.All(replies, static reply =>
        {
            Assert.Equal(200, reply.Status);
            Assert.Equal(("aws:kms", KeyArn, "true"), Encryption(reply));
        });
        Assert.Equal(("AES256", null, null), Encryption(await s3.GetAsync("/bucket/before")));
    }

    [Theory]
    [InlineData("AES256", null, "AES256", null, null)]
    [InlineData("aws:kms", "alias/mine", "aws:kms", "arn:aws:kms:us-east-1:000000000000:alias/mine", "true")]
    [InlineData("aws:kms:dsse", "other", "aws:kms:dsse", "arn:aws:kms:us-east-1:000000000000:key/other", null)]
    public async Task Header_WinsOverTheDefault(string algorithm, string? key, string expected, string? expectedKey, string? bucketKey)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await ConfigureAsync(s3, Kms(KeyArn, true));
        List<(string Name, string Value)> headers = [("x-amz-server-side-encryption", algorithm)];
        if (key is not null) headers.Add(("x-amz-server-side-encryption-aws-kms-key-id", key));
        S3Reply put = await s3.PutAsync("/bucket/key", "body", [.. headers]);
        Assert.Equal((expected, expectedKey, bucketKey), Encryption(put));
    }

    [Fact]
    public async Task SelfCopy_IsAllowedOnceTheBucketHasADefaultOfItsOwn()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        S3Reply refused = await s3.SendAsync("PUT", "/bucket/key", null, ("x-amz-copy-source", "/bucket/key"));
        Assert.Equal((400, "InvalidRequest"), (refused.Status, refused["Code"]));
        await ConfigureAsync(s3, Kms(KeyArn, false));
        Assert.Equal(200, (await s3.SendAsync("PUT", "/bucket/key", null, ("x-amz-copy-source", "/bucket/key"))).Status);
        Assert.Equal(("aws:kms", KeyArn, null), Encryption(await s3.GetAsync("/bucket/key")));
    }

    [Fact]
    public async Task BlockedCustomerKeys_AreRefusedUntilUnblocked()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Equal(200, (await PutWithCustomerKeyAsync(s3)).Status);
        await ConfigureAsync(s3, "<Rule><BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes></Rule>");
        S3Reply got = await s3.GetAsync("/bucket?encryption");
        Assert.Equal(("AES256", "SSE-C"), (got["SSEAlgorithm"], got["EncryptionType"]));
        (await PutWithCustomerKeyAsync(s3)).AssertError(403, "AccessDenied", "Access Denied");
        Assert.Equal(200, (await s3.PutAsync("/bucket/other", "body")).Status);
        await ConfigureAsync(s3, "<Rule><BlockedEncryptionTypes><EncryptionType>NONE</EncryptionType></BlockedEncryptionTypes></Rule>");
        Assert.Equal(200, (await PutWithCustomerKeyAsync(s3)).Status);
    }

    private static (string? Algorithm, string? Key, string? BucketKey) Encryption(S3Reply reply) => (
        reply.Header("x-amz-server-side-encryption"),
        reply.Header("x-amz-server-side-encryption-aws-kms-key-id"),
        reply.Header("x-amz-server-side-encryption-bucket-key-enabled"));

    private static Task<S3Reply> PutWithCustomerKeyAsync(S3Harness s3) => s3.PutAsync(
        "/bucket/secret",
        "body",
        ("x-amz-server-side-encryption-customer-algorithm", "AES256"),
        ("x-amz-server-side-encryption-customer-key", CustomerKey),
        ("x-amz-server-side-encryption-customer-key-MD5", CustomerKeyMd5));

    private static string Kms(string? key, bool bucketKey) =>
        "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm>"
        + (key is null ? "" : $"<KMSMasterKeyID>{key}</KMSMasterKeyID>")
        + $"</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>{(bucketKey ? "true" : "false")}</BucketKeyEnabled></Rule>";

    private static Task<S3Reply> ConfigureAsync(S3Harness s3, string rules) =>
        s3.PutAsync("/bucket?encryption", $"<ServerSideEncryptionConfiguration>{rules}</ServerSideEncryptionConfiguration>");
}
