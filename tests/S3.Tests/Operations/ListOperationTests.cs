namespace RustStack.S3.Tests.Operations;

public sealed class ListOperationTests
{
    [Fact]
    public async Task List_ShowsEveryMember()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body", ("x-amz-storage-class", "STANDARD_IA"));
        S3Reply reply = await s3.GetAsync("/bucket");
        Assert.Equal(
            ("bucket", "", "", "1000", "false"), (reply["Name"], reply["Prefix"], reply["Marker"], reply["MaxKeys"], reply["IsTruncated"]));
        Assert.Equal(("key", "2024-05-06T07:08:09.000Z", "4"), (reply["Key"], reply["LastModified"], reply["Size"]));
        Assert.Equal(
            ("\"841a2d689ad86bd1611447453c22c6fc\"", "STANDARD_IA", 64), (reply["ETag"], reply["StorageClass"], reply["ID"]!.Length));
        Assert.Equal(("CRC64NVME", "FULL_OBJECT"), (reply["ChecksumAlgorithm"], reply["ChecksumType"]));
        Assert.Null((await s3.GetAsync("/bucket?list-type=2"))["ID"]);
        Assert.NotNull((await s3.GetAsync("/bucket?list-type=2&fetch-owner=true"))["ID"]);
    }

    [Fact]
    public async Task Pages_CountCommonPrefixes()
    {
        await using var s3 = await FilledAsync("a", "b/1", "b/2", "c/1", "d");
        S3Reply first = await s3.GetAsync("/bucket?list-type=2&delimiter=/&max-keys=2");
        Assert.Equal(("2", "2", "true"), (first["KeyCount"], first["MaxKeys"], first["IsTruncated"]));
        Assert.Equal(["a"], first.All("Key"));
        Assert.Equal(["b/"], Prefixes(first));
        S3Reply second = await s3.GetAsync(
            $"/bucket?list-type=2&delimiter=/&max-keys=2&continuation-token={first["NextContinuationToken"]}");
        Assert.Equal(["d"], second.All("Key"));
        Assert.Equal(["c/"], Prefixes(second));
        Assert.Equal("false", second["IsTruncated"]);
        Assert.Null(second["NextContinuationToken"]);
    }

    [Fact]
    public async Task FirstVersion_GoesOnAfterItsNextMarker()
    {
        await using var s3 = await FilledAsync("a/1", "a/2", "b", "c");
        S3Reply first = await s3.GetAsync("/bucket?delimiter=/&max-keys=1");
        Assert.Equal(("a/", "true"), (first["NextMarker"], first["IsTruncated"]));
        S3Reply second = await s3.GetAsync("/bucket?delimiter=/&max-keys=1&marker=a/");
        Assert.Equal(["b"], second.All("Key"));
        Assert.Equal("b", second["NextMarker"]);
        Assert.Null((await s3.GetAsync("/bucket?max-keys=1"))["NextMarker"]);
    }

    [Theory]
    [InlineData("max-keys=0", "", "false")]
    [InlineData("max-keys=5000", "a,b,c", "false")]
    [InlineData("start-after=a", "b,c", "false")]
    [InlineData("start-after=aa&max-keys=1", "b", "true")]
    [InlineData("prefix=b", "b", "false")]
    [InlineData("prefix=zz", "", "false")]
    public async Task Parameters_AreHonoured(string query, string keys, string truncated)
    {
        await using var s3 = await FilledAsync("a", "b", "c");
        S3Reply reply = await s3.GetAsync("/bucket?list-type=2&" + query);
        Assert.Equal((keys, truncated), (string.Join(',', reply.All("Key")), reply["IsTruncated"]));
        Assert.True(int.Parse(reply["MaxKeys"]!, System.Globalization.CultureInfo.InvariantCulture) <= 1000);
    }

    [Theory]
    [InlineData("encoding-type=hex", "Invalid Encoding Method specified in Request")]
    [InlineData("continuation-token=nonsense!", "The continuation token provided is incorrect")]
    [InlineData("continuation-token=", "The continuation token provided is incorrect")]
    public async Task WrongParameter_IsRefused(string query, string message)
    {
        await using var s3 = await FilledAsync();
        (await s3.GetAsync("/bucket?list-type=2&" + query)).AssertError(400, "InvalidArgument", message);
    }

    [Fact]
    public async Task UrlEncoding_IsAppliedToEveryKey()
    {
        await using var s3 = await FilledAsync("a%20b%2Bc/%C3%BC", "a%20b%2Bc/~%2A");
        S3Reply reply = await s3.GetAsync("/bucket?encoding-type=url&prefix=a%20b&marker=a%20b&delimiter=%2B");
        Assert.Equal(("url", "a+b", "%2B"), (reply["EncodingType"], reply["Marker"], reply["Delimiter"]));
        Assert.Equal("a+b", reply.Xml.Elements().First(e => e.Name.LocalName == "Prefix").Value);
        Assert.Equal(["a+b%2B"], Prefixes(reply));
        S3Reply keys = await s3.GetAsync("/bucket?list-type=2&encoding-type=url");
        Assert.Equal(["a+b%2Bc/%7E*", "a+b%2Bc/%C3%BC"], keys.All("Key"));
    }

    [Theory]
    [InlineData("a b+c/\u00fc%2F&<>\"'\u0001\U0001F600", false)]
    [InlineData("a b+c/../\u00e4//\u0928\u094d\u00a0\u200f\r\n\t\U0001F600/", true)]
    public async Task EveryListing_GivesKeysBackAsTheyWere(string key, bool isRawToo)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string path = "/bucket/" + Uri.EscapeDataString(key);
        Assert.Equal(200, (await s3.PutAsync(path, "body")).Status);
        Assert.Equal(200, (await s3.SendAsync("POST", path + "?uploads")).Status);
        Assert.Equal("body", (await s3.GetAsync(path)).Text);
        foreach (string listing in new[] { "max-keys=9", "list-type=2", "versions", "uploads" })
        {
            S3Reply encoded = await s3.GetAsync($"/bucket?{listing}&encoding-type=url&prefix=a%20b%2B");
            Assert.Equal(key, Uri.UnescapeDataString(encoded["Key"]!.Replace('+', ' ')));
            Assert.Equal(("a+b%2B", "url"), (encoded["Prefix"], encoded["EncodingType"]));
            S3Reply grouped = await s3.GetAsync($"/bucket?{listing}&encoding-type=url&delimiter=%2Bc");
            Assert.Equal(("%2Bc", "a+b%2Bc"), (grouped["Delimiter"], Prefixes(grouped).Single()));
            if (isRawToo) Assert.Equal(key, (await s3.GetAsync($"/bucket?{listing}"))["Key"]);
        }
    }

    private static async Task<S3Harness> FilledAsync(params string[] keys)
    {
        S3Harness s3 = await new S3Harness().WithBucketAsync();
        foreach (string key in keys) await s3.PutAsync("/bucket/" + key, "x");
        return s3;
    }

    private static string[] Prefixes(S3Reply reply) =>
        [.. reply.Xml.Elements().Where(e => e.Name.LocalName == "CommonPrefixes").Select(e => e.Value)];
}
