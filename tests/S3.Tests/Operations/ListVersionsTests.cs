using System.Xml.Linq;

namespace RustStack.S3.Tests.Operations;

public sealed class ListVersionsTests
{
    [Fact]
    public async Task Document_IsInS3sOrder()
    {
        await using S3Harness s3 = await FilledAsync();
        S3Reply reply = await s3.GetAsync("/bucket?versions");
        Assert.Equal(
            ["Name", "Prefix", "KeyMarker", "VersionIdMarker", "MaxKeys", "IsTruncated", "Version", "DeleteMarker", "Version", "Version"],
            reply.Xml.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("ListVersionsResult", reply.Xml.Name.LocalName);
        Assert.Equal(["a", "b", "b", "c d"], reply.All("Key"));
        Assert.Equal(["true", "true", "false", "true"], reply.All("IsLatest"));
        Assert.Equal(("bucket", "1000", "false"), (reply["Name"], reply["MaxKeys"], reply["IsTruncated"]));
        XElement version = reply.Xml.Elements().First(element => element.Name.LocalName == "Version");
        Assert.Equal(
            [
                "Key", "VersionId", "IsLatest", "LastModified", "ETag", "ChecksumAlgorithm", "ChecksumType", "Size", "StorageClass", "Owner",
            ],
            version.Elements().Select(element => element.Name.LocalName));
        XElement marker = reply.Xml.Elements().Single(element => element.Name.LocalName == "DeleteMarker");
        Assert.Equal(["Key", "VersionId", "IsLatest", "LastModified", "Owner"], marker.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public async Task UnversionedObjects_HaveNullVersions()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/a", "1");
        S3Reply reply = await s3.GetAsync("/bucket?versions");
        Assert.Equal(("a", "null", "true"), (reply["Key"], reply["VersionId"], reply["IsLatest"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_FollowOneAnother(int pageSize)
    {
        await using S3Harness s3 = await FilledAsync();
        IReadOnlyList<string> all = (await s3.GetAsync("/bucket?versions")).All("VersionId");
        List<string> listed = [];
        string next = "";
        do
        {
            S3Reply page = await s3.GetAsync($"/bucket?versions&max-keys={pageSize}{next}");
            listed.AddRange(page.All("VersionId"));
            if (page["IsTruncated"] == "false") break;
            next = $"&key-marker={Uri.EscapeDataString(page["NextKeyMarker"]!)}&version-id-marker={page["NextVersionIdMarker"]}";
        }
        while (listed.Count <= all.Count);

        Assert.Equal(all, listed);
    }

    [Fact]
    public async Task Prefixes_AreRolledUpAndCounted()
    {
        await using S3Harness s3 = await FilledAsync();
        await s3.PutAsync("/bucket/p/1", "1");
        await s3.PutAsync("/bucket/p/1", "2");
        await s3.PutAsync("/bucket/q", "2");
        S3Reply reply = await s3.GetAsync("/bucket?versions&delimiter=/");
        Assert.Equal(("/", "p/"), (reply["Delimiter"], reply.Xml.Elements().Last().Value));
        Assert.Equal(["a", "b", "b", "c d", "q"], reply.All("Key"));
        S3Reply page = await s3.GetAsync("/bucket?versions&delimiter=/&max-keys=1&key-marker=c%20d");
        Assert.Equal(("true", "p/", null), (page["IsTruncated"], page["NextKeyMarker"], page["NextVersionIdMarker"]));
        S3Reply last = await s3.GetAsync("/bucket?versions&delimiter=/&max-keys=1&key-marker=p/");
        Assert.Equal(("q", "false"), (last.All("Key").Single(), last["IsTruncated"]));
        Assert.Equal(["p/1", "p/1"], (await s3.GetAsync("/bucket?versions&prefix=p/")).All("Key"));
    }

    [Fact]
    public async Task Encoding_IsApplied()
    {
        await using S3Harness s3 = await FilledAsync();
        S3Reply reply = await s3.GetAsync("/bucket?versions&encoding-type=url&prefix=c%20&key-marker=b%20");
        Assert.Equal(("c+d", "c+", "b+", "url"), (reply.All("Key").Single(), reply["Prefix"], reply["KeyMarker"], reply["EncodingType"]));
    }

    [Theory]
    [InlineData(
        "version-id-marker=null", "A version-id marker cannot be specified without a key marker.", "version-id-marker", "null")]
    [InlineData("key-marker=a&version-id-marker=", "A version-id marker cannot be empty.", "version-id-marker", "")]
    [InlineData("key-marker=a&version-id-marker=x", "Invalid version id specified", "version-id-marker", "x")]
    [InlineData("encoding-type=xml", "Invalid Encoding Method specified in Request", "encoding-type", "xml")]
    [InlineData("max-keys=-1", "Argument max-keys must be an integer between 0 and 2147483647", "max-keys", "-1")]
    [InlineData("max-keys=x", "Provided max-keys not an integer or within integer range", "max-keys", "x")]
    public async Task WrongParameters_AreRefused(string query, string message, string argument, string value)
    {
        await using S3Harness s3 = await FilledAsync();
        S3Reply reply = await s3.GetAsync("/bucket?versions&" + query);
        reply.AssertError(400, "InvalidArgument", message);
        Assert.Equal((argument, value), (reply["ArgumentName"], reply["ArgumentValue"]));
    }

    [Fact]
    public async Task NoKeys_IsAnEmptyPage()
    {
        await using S3Harness s3 = await FilledAsync();
        S3Reply reply = await s3.GetAsync("/bucket?versions&max-keys=0");
        Assert.Equal(("false", null, 0), (reply["IsTruncated"], reply["NextKeyMarker"], reply.All("Key").Count));
    }

    /// <summary>a, b deleted, b, "c d".</summary>
    private static async Task<S3Harness> FilledAsync()
    {
        S3Harness s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        foreach (string key in new[] { "c%20d", "b", "a" }) await s3.PutAsync("/bucket/" + key, key);
        await s3.SendAsync("DELETE", "/bucket/b");
        return s3;
    }
}
