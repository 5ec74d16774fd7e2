using System.Security.Cryptography;
using System.Text;

namespace RustStack.S3.Tests.Operations;

public sealed class VersioningTests
{
    private const string Enabled = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
    private const string Suspended = "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>";
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";
    private const string UnknownId = "J8Qy3sXoEoMwrmH4sWPZp8r1cKq_x.9A";

    [Fact]
    public async Task Status_IsUnsetThenAsPut()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Null((await s3.GetAsync("/bucket?versioning"))["Status"]);
        foreach (string status in new[] { "Suspended", "Enabled", "Suspended", "Enabled" })
        {
            S3Reply put = await s3.PutAsync(
                "/bucket?versioning", $"<VersioningConfiguration><Status>{status}</Status></VersioningConfiguration>");
            Assert.Equal((200, ""), (put.Status, put.Text));
            Assert.Equal(status, (await s3.GetAsync("/bucket?versioning"))["Status"]);
        }
    }

    [Theory]
    [InlineData("", 400, "IllegalVersioningConfigurationException", "The Versioning element must be specified")]
    [InlineData("<Status></Status>", 400, "IllegalVersioningConfigurationException", "The Versioning element must be specified")]
    [InlineData("<Status>enabled</Status>", 400, "MalformedXML", Malformed)]
    [InlineData("<Status>Enabled</Status><MfaDelete>On</MfaDelete>", 400, "MalformedXML", Malformed)]
    [InlineData(
        "<Status>Enabled</Status><MfaDelete>Enabled</MfaDelete>",
        501,
        "NotImplemented",
        "An element you provided implies functionality that is not implemented")]
    public async Task WrongStatus_IsRefused(string content, int status, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await s3.PutAsync("/bucket?versioning", $"<VersioningConfiguration>{content}</VersioningConfiguration>");
        reply.AssertError(status, code, message);
        if (status == 501) Assert.Equal("MfaDelete", reply["Element"]);
        Assert.Null((await s3.GetAsync("/bucket?versioning"))["Status"]);
    }

    [Fact]
    public async Task Versions_AreReadEachById()
    {
        await using S3Harness s3 = await EnabledAsync();
        string[] ids = [await PutAsync(s3, "one"), await PutAsync(s3, "two"), await PutAsync(s3, "three")];
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9._]{32}$", id));
        S3Reply newest = await s3.GetAsync("/bucket/key");
        Assert.Equal(("three", ids[2]), (newest.Text, newest.Header("x-amz-version-id")));
        S3Reply first = await s3.GetAsync($"/bucket/key?versionId={ids[0]}");
        Assert.Equal(("one", ids[0]), (first.Text, first.Header("x-amz-version-id")));
        S3Reply head = await s3.SendAsync("HEAD", $"/bucket/key?versionId={ids[1]}");
        Assert.Equal((200, "3", ids[1]), (head.Status, head.Header("Content-Length"), head.Header("x-amz-version-id")));
        (await s3.GetAsync($"/bucket/key?versionId={UnknownId}")).AssertError(
            404, "NoSuchVersion", "The specified version does not exist.");
    }

    [Fact]
    public async Task Unversioned_TellsNoIds()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply put = await s3.PutAsync("/bucket/key", "body");
        Assert.Null(put.Header("x-amz-version-id"));
        Assert.Null((await s3.GetAsync("/bucket/key")).Header("x-amz-version-id"));
        S3Reply delete = await s3.SendAsync("DELETE", "/bucket/key");
        Assert.Equal((204, null, null), (delete.Status, delete.Header("x-amz-version-id"), delete.Header("x-amz-delete-marker")));
    }

    [Fact]
    public async Task ObjectFromBefore_IsTheNullVersion()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "before");
        await s3.PutAsync("/bucket?versioning", Enabled);
        Assert.Equal("null", (await s3.GetAsync("/bucket/key")).Header("x-amz-version-id"));
        string id = await PutAsync(s3, "after");
        Assert.Equal("before", (await s3.GetAsync("/bucket/key?versionId=null")).Text);
        Assert.Equal(["after", "before"], await BodiesAsync(s3, id, "null"));
    }

    [Fact]
    public async Task Suspended_ReplacesTheNullVersionAlone()
    {
        await using S3Harness s3 = await EnabledAsync();
        string first = await PutAsync(s3, "first");
        await s3.PutAsync("/bucket?versioning", Suspended);
        Assert.Equal("null", await PutAsync(s3, "second"));
        Assert.Equal("null", await PutAsync(s3, "third"));
        Assert.Equal(["third", "first"], await BodiesAsync(s3, "null", first));
        Assert.Equal(["null", first], (await s3.GetAsync("/bucket?versions")).All("VersionId"));

        await s3.PutAsync("/bucket?versioning", Enabled);
        string fourth = await PutAsync(s3, "fourth");
        await s3.PutAsync("/bucket?versioning", Suspended);
        S3Reply delete = await s3.SendAsync("DELETE", "/bucket/key");
        Assert.Equal((204, "null", "true"), (delete.Status, delete.Header("x-amz-version-id"), delete.Header("x-amz-delete-marker")));
        Assert.Equal(["null", fourth, first], (await s3.GetAsync("/bucket?versions")).All("VersionId"));
    }

    [Fact]
    public async Task DeleteMarker_HidesTheObject()
    {
        await using S3Harness s3 = await EnabledAsync();
        string id = await PutAsync(s3, "body");
        S3Reply delete = await s3.SendAsync("DELETE", "/bucket/key");
        string marker = delete.Header("x-amz-version-id")!;
        Assert.Equal((204, "true"), (delete.Status, delete.Header("x-amz-delete-marker")));
        Assert.NotEqual(id, marker);

        S3Reply hidden = await s3.GetAsync("/bucket/key");
        hidden.AssertError(404, "NoSuchKey", "The specified key does not exist.");
        Assert.Equal(("true", marker), (hidden.Header("x-amz-delete-marker"), hidden.Header("x-amz-version-id")));
        Assert.Equal("true", (await s3.SendAsync("HEAD", "/bucket/key")).Header("x-amz-delete-marker"));
        Assert.Empty((await s3.GetAsync("/bucket")).All("Key"));
        Assert.Equal("body", (await s3.GetAsync($"/bucket/key?versionId={id}")).Text);

        S3Reply gone = await s3.SendAsync("DELETE", $"/bucket/key?versionId={marker}");
        Assert.Equal((204, "true", marker), (gone.Status, gone.Header("x-amz-delete-marker"), gone.Header("x-amz-version-id")));
        Assert.Equal("body", (await s3.GetAsync("/bucket/key")).Text);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("HEAD", "")]
    [InlineData("GET", "&tagging")]
    [InlineData("DELETE", "&tagging")]
    [InlineData("GET", "&attributes")]
    public async Task DeleteMarkerItself_AllowsDeleteOnly(string method, string subResource)
    {
        await using S3Harness s3 = await EnabledAsync();
        await PutAsync(s3, "body");
        string marker = (await s3.SendAsync("DELETE", "/bucket/key")).Header("x-amz-version-id")!;
        S3Reply reply = await s3.SendAsync(
            method, $"/bucket/key?versionId={marker}{subResource}", null, ("x-amz-object-attributes", "ETag"));
        if (method == "HEAD") Assert.Equal((405, ""), (reply.Status, reply.Text));
        else reply.AssertError(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
        if (method != "HEAD") Assert.Equal((method, "DeleteMarker"), (reply["Method"], reply["ResourceType"]));
        Assert.Equal(
            ("DELETE", "true", marker), (reply.Header("Allow"), reply.Header("x-amz-delete-marker"), reply.Header("x-amz-version-id")));
        Assert.Equal("Mon, 06 May 2024 07:08:09 GMT", reply.Header("Last-Modified"));
    }

    [Fact]
    public async Task DeleteOfAVersion_IsForGood()
    {
        await using S3Harness s3 = await EnabledAsync();
        string[] ids = [await PutAsync(s3, "one"), await PutAsync(s3, "two"), await PutAsync(s3, "three")];
        S3Reply delete = await s3.SendAsync("DELETE", $"/bucket/key?versionId={ids[2]}");
        Assert.Equal((204, ids[2], null), (delete.Status, delete.Header("x-amz-version-id"), delete.Header("x-amz-delete-marker")));
        Assert.Equal("two", (await s3.GetAsync("/bucket/key")).Text);
        Assert.Equal(204, (await s3.SendAsync("DELETE", $"/bucket/key?versionId={ids[0]}")).Status);
        Assert.Equal([ids[1]], (await s3.GetAsync("/bucket?versions")).All("VersionId"));
        Assert.Equal(204, (await s3.SendAsync("DELETE", $"/bucket/key?versionId={ids[0]}")).Status);
        (await s3.SendAsync("DELETE", "/bucket/key?versionId=wrong")).AssertError(400, "InvalidArgument", "Invalid version id specified");
    }

    [Fact]
    public async Task DeleteObjects_DeletesVersionsAndTellsMarkers()
    {
        await using S3Harness s3 = await EnabledAsync();
        string id = await PutAsync(s3, "body");
        S3Reply marked = await DeleteAsync(s3, "<Object><Key>key</Key></Object>");
        string marker = marked["DeleteMarkerVersionId"]!;
        Assert.Equal(("key", null, "true"), (marked["Key"], marked["VersionId"], marked["DeleteMarker"]));

        S3Reply reply = await DeleteAsync(
            s3,
            $"<Object><Key>key</Key><VersionId>{marker}</VersionId></Object><Object><Key>key</Key><VersionId>{id}</VersionId></Object>"
            + $"<Object><Key>key</Key><VersionId>{UnknownId}</VersionId></Object><Object><Key>key</Key><VersionId>no</VersionId></Object>");
        Assert.Equal([marker, id, UnknownId, "no"], reply.All("VersionId"));
        Assert.Equal([marker], reply.All("DeleteMarkerVersionId"));
        Assert.Equal(("NoSuchVersion", "The specified version does not exist."), (reply["Code"], reply["Message"]));
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket")).Status);
    }

    [Fact]
    public async Task QuietDeleteObjects_TellsErrorsOnly()
    {
        await using S3Harness s3 = await EnabledAsync();
        string id = await PutAsync(s3, "body");
        S3Reply reply = await DeleteAsync(
            s3,
            $"<Quiet>true</Quiet><Object><Key>key</Key></Object><Object><Key>key</Key><VersionId>{id}</VersionId></Object>"
            + "<Object><Key>key</Key><VersionId>no</VersionId></Object>");
        Assert.Equal(["Error"], reply.Xml.Elements().Select(static element => element.Name.LocalName));
        Assert.Equal(("key", "no", "NoSuchVersion"), (reply["Key"], reply["VersionId"], reply["Code"]));
        S3Reply left = await s3.GetAsync("/bucket?versions");
        Assert.Equal((0, 1), (left.All("Version").Count, left.All("DeleteMarker").Count));
    }

    [Fact]
    public async Task Bucket_StaysWhileThereAreVersionsOrMarkers()
    {
        await using S3Harness s3 = await EnabledAsync();
        string marker = (await s3.SendAsync("DELETE", "/bucket/never-there")).Header("x-amz-version-id")!;
        (await s3.SendAsync("DELETE", "/bucket")).AssertError(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        await s3.SendAsync("DELETE", $"/bucket/never-there?versionId={marker}");
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket")).Status);
    }

    [Fact]
    public async Task Tags_BelongToTheirVersion()
    {
        await using S3Harness s3 = await EnabledAsync();
        string[] ids = [await PutAsync(s3, "one"), await PutAsync(s3, "two")];
        const string Tags = "<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>";
        S3Reply put = await s3.PutAsync($"/bucket/key?tagging&versionId={ids[0]}", Tags);
        Assert.Equal((200, ids[0]), (put.Status, put.Header("x-amz-version-id")));
        Assert.Equal("a", (await s3.GetAsync($"/bucket/key?tagging&versionId={ids[0]}"))["Key"]);
        S3Reply newest = await s3.GetAsync("/bucket/key?tagging");
        Assert.Equal((null, ids[1]), (newest["Key"], newest.Header("x-amz-version-id")));
        Assert.Equal(ids.Reverse(), (await s3.GetAsync("/bucket?versions")).All("VersionId"));
        S3Reply delete = await s3.SendAsync("DELETE", $"/bucket/key?tagging&versionId={ids[0]}");
        Assert.Equal((204, ids[0]), (delete.Status, delete.Header("x-amz-version-id")));
        Assert.Null((await s3.GetAsync($"/bucket/key?versionId={ids[0]}")).Header("x-amz-tagging-count"));
    }

    [Fact]
    public async Task Copy_TakesAVersionAndMakesOne()
    {
        await using S3Harness s3 = await EnabledAsync();
        string first = await PutAsync(s3, "one");
        string second = await PutAsync(s3, "two");
        S3Reply copy = await s3.SendAsync("PUT", "/bucket/key", null, ("x-amz-copy-source", $"bucket/key?versionId={first}"));
        Assert.Equal((200, first), (copy.Status, copy.Header("x-amz-copy-source-version-id")));
        Assert.Equal(["one", "two"], await BodiesAsync(s3, copy.Header("x-amz-version-id")!, second));

        string marker = (await s3.SendAsync("DELETE", "/bucket/key")).Header("x-amz-version-id")!;
        (await s3.SendAsync("PUT", "/bucket/other", null, ("x-amz-copy-source", "bucket/key"))).AssertError(
            404, "NoSuchKey", "The specified key does not exist.");
        (await s3.SendAsync("PUT", "/bucket/other", null, ("x-amz-copy-source", $"bucket/key?versionId={marker}"))).AssertError(
            400, "InvalidRequest", "The source of a copy request may not specifically refer to a delete marker by version id.");
    }

    [Fact]
    public async Task Multipart_MakesAVersionAndCopiesOne()
    {
        await using S3Harness s3 = await EnabledAsync();
        string first = await PutAsync(s3, "one");
        await PutAsync(s3, "two");
        string upload = (await s3.SendAsync("POST", "/bucket/key?uploads"))["UploadId"]!;
        S3Reply part = await s3.SendAsync(
            "PUT", $"/bucket/key?partNumber=1&uploadId={upload}", null, ("x-amz-copy-source", $"bucket/key?versionId={first}"));
        Assert.Equal(first, part.Header("x-amz-copy-source-version-id"));
        string document =
            $"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{part["ETag"]}</ETag></Part></CompleteMultipartUpload>";
        byte[] body = Encoding.UTF8.GetBytes(document);
        S3Reply done = await s3.SendAsync("POST", $"/bucket/key?uploadId={upload}", body);
        S3Reply again = await s3.SendAsync("POST", $"/bucket/key?uploadId={upload}", body);
        Assert.Equal(done.Header("x-amz-version-id"), again.Header("x-amz-version-id"));
        Assert.Equal("one", (await s3.GetAsync($"/bucket/key?versionId={done.Header("x-amz-version-id")}")).Text);
        Assert.Equal(3, (await s3.GetAsync("/bucket?versions")).All("VersionId").Count);
    }

    [Fact]
    public async Task WriteConditions_LookAtTheNewestVersion()
    {
        await using S3Harness s3 = await EnabledAsync();
        await PutAsync(s3, "one");
        Assert.Equal(412, (await s3.PutAsync("/bucket/key", "x", ("If-None-Match", "*"))).Status);
        await s3.SendAsync("DELETE", "/bucket/key");
        (await s3.PutAsync("/bucket/key", "x", ("If-Match", "\"f97c5d29941bfb1b2fdab0874906ab82\""))).AssertError(
            404, "NoSuchKey", "The specified key does not exist.");
        Assert.Equal(200, (await s3.PutAsync("/bucket/key", "two", ("If-None-Match", "*"))).Status);
        Assert.Equal(3, (await s3.GetAsync("/bucket?versions")).All("VersionId").Count);
    }

    private static async Task<S3Harness> EnabledAsync()
    {
        S3Harness s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket?versioning", Enabled);
        return s3;
    }

    private static async Task<string> PutAsync(S3Harness s3, string body)
    {
        S3Reply reply = await s3.PutAsync("/bucket/key", body);
        Assert.Equal(200, reply.Status);
        return reply.Header("x-amz-version-id")!;
    }

    private static async Task<IReadOnlyList<string>> BodiesAsync(S3Harness s3, params string[] ids)
    {
        List<string> bodies = [];
        foreach (string id in ids) bodies.Add((await s3.GetAsync($"/bucket/key?versionId={id}")).Text);
        return bodies;
    }

    private static Task<S3Reply> DeleteAsync(S3Harness s3, string objects)
    {
        byte[] body = Encoding.UTF8.GetBytes($"<Delete>{objects}</Delete>");
        string md5 = Convert.ToBase64String(MD5.HashData(body));
        return s3.SendAsync("POST", "/bucket?delete", body, ("Content-MD5", md5));
    }
}
