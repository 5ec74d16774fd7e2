using System.Xml.Linq;
using RustStack.Integration.Hosting;
using RustStack.Integration.RawHttp;

namespace RustStack.Integration.S3.Raw;

/// <summary>What an unknown or unsupported sub-resource, method or parameter must never do: something else.</summary>
public sealed class RoutingTests(RunningInstance instance) : RawS3Test(instance)
{
    [Theory]
    [InlineData("abac", "GET", "PUT")]
    [InlineData("metadataConfiguration", "GET", "POST", "DELETE")]
    [InlineData("metadataTable", "GET", "POST", "DELETE")]
    [InlineData("session", "GET")]
    public async Task UnsupportedSubResource_LeavesTheBucketAlone(string query, params string[] methods)
    {
        string bucket = await NewBucketAsync();

        foreach (string method in methods)
        {
            RawAnswer answer = await SendAsync($"{method} /{bucket}?{query}", [], method is "PUT" or "POST" ? "<x/>"u8.ToArray() : null);
            Assert.Equal((501, "NotImplemented"), (answer.Status, XElement.Parse(answer.Text).Element("Code")?.Value));
        }

        Assert.Equal(200, (await SendAsync($"HEAD /{bucket}")).Status);
    }

    [Theory]
    [InlineData("cors", 204)]
    [InlineData("encryption", 204)]
    [InlineData("lifecycle", 204)]
    [InlineData("ownershipControls", 204)]
    [InlineData("policy", 204)]
    [InlineData("publicAccessBlock", 204)]
    [InlineData("replication", 204)]
    [InlineData("tagging", 204)]
    [InlineData("website", 204)]
    [InlineData("analytics&id=1", 404)]
    [InlineData("intelligent-tiering&id=1", 404)]
    [InlineData("inventory&id=1", 404)]
    [InlineData("metrics&id=1", 404)]
    public async Task DeleteOfASubResource_LeavesTheBucketAlone(string query, int status)
    {
        string bucket = await NewBucketAsync();

        Assert.Equal(status, (await SendAsync($"DELETE /{bucket}?{query}")).Status);
        Assert.Equal(200, (await SendAsync($"HEAD /{bucket}")).Status);
    }

    [Theory]
    [InlineData("torrent", "GET")]
    [InlineData("restore", "POST")]
    [InlineData("select&select-type=2", "POST")]
    public async Task UnsupportedObjectSubResource_IsNotImplemented(string query, string method)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "body");

        RawAnswer answer = await SendAsync($"{method} /{bucket}/key?{query}", [], method == "POST" ? "<x/>"u8.ToArray() : null);

        Assert.Equal((501, "NotImplemented"), (answer.Status, XElement.Parse(answer.Text).Element("Code")?.Value));
        Assert.Equal("body", await GetTextAsync(bucket, "key"));
    }

    [Theory]
    [InlineData("PATCH", "/{0}/key")]
    [InlineData("POST", "/{0}/key")]
    [InlineData("POST", "/")]
    [InlineData("DELETE", "/")]
    [InlineData("PUT", "/")]
    [InlineData("TRACE", "/{0}/key")]
    public async Task MethodThatFitsNothing_IsNotAllowed(string method, string path)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "body");

        RawAnswer answer = await SendAsync($"{method} {string.Format(null, path, bucket)}", [], []);

        XElement error = IsError(answer, 405, "MethodNotAllowed", S3Messages.MethodNotAllowed);
        Assert.Equal(method, error.Element("Method")?.Value);
        Assert.Equal("body", await GetTextAsync(bucket, "key"));
    }

    [Fact]
    public async Task HeadError_HasNoBody()
    {
        string bucket = await NewBucketAsync();

        foreach (string path in (string[])[$"/{bucket}/absent", $"/{Instance.NewName("absent")}", $"/{Instance.NewName("absent")}/key"])
        {
            RawAnswer answer = await SendAsync($"HEAD {path}");
            Assert.Equal(404, answer.Status);
            Assert.Empty(answer.Body);
            Assert.NotNull(answer.Header("x-amz-request-id"));
        }
    }

    [Theory]
    [InlineData("DELETE", "/{0}/key?uploadId=x&partNumber=abc", 404)]
    [InlineData("PUT", "/{0}/key?partNumber=abc&uploadId=x", 400)]
    [InlineData("GET", "/{0}?max-keys=abc", 400)]
    [InlineData("GET", "/{0}?max-keys=-1", 400)]
    [InlineData("GET", "/{0}?list-type=2&max-keys=99999999999", 400)]
    [InlineData("GET", "/{0}?encoding-type=base64", 400)]
    public async Task ParameterOfTheWrongForm_IsRefused(string method, string path, int status)
    {
        string bucket = await NewBucketAsync();

        RawAnswer answer = await SendAsync($"{method} {string.Format(null, path, bucket)}", [], method == "PUT" ? [] : null);

        string code = status == 404 ? "NoSuchUpload" : "InvalidArgument";
        Assert.Equal((status, code), (answer.Status, XElement.Parse(answer.Text).Element("Code")?.Value));
    }

    [Theory]
    [InlineData("<AccessControlPolicy><Owner>")]
    [InlineData("not xml")]
    [InlineData("<AccessControlPolicy><AccessControlList><Grant><Grantee><ID>a</ID></Grantee></Grant></AccessControlList></AccessControlPolicy>")]
    public async Task BrokenAcl_IsAMalformedAcl(string xml)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "a", "kept");
        const string Message = "The XML you provided was not well-formed or did not validate against our published schema";

        IsError(await SendAsync($"PUT /{bucket}?acl", xml), 400, "MalformedACLError", Message);
        IsError(await SendAsync($"PUT /{bucket}/a?acl", xml), 400, "MalformedACLError", Message);
    }

    [Theory]
    [InlineData("<Delete><Object><Key>a</Key></Object>")]
    [InlineData("not xml")]
    [InlineData("<Delete></Delete>")]
    [InlineData("<Other/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Delete><Object><Key>&e;</Key></Object></Delete>")]
    public async Task BatchDeleteOfMalformedXml_IsRefused(string xml)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "a", "kept");

        IsError(await SendAsync($"POST /{bucket}?delete", xml), 400, "MalformedXML", S3Messages.MalformedXml);

        Assert.Equal("kept", await GetTextAsync(bucket, "a"));
    }

    [Fact]
    public async Task BatchDeleteWithoutABody_IsRefused()
    {
        string bucket = await NewBucketAsync();

        IsError(await SendAsync($"POST /{bucket}?delete", ""), 400, "MissingRequestBodyError", "Request Body is empty");
    }

    [Theory]
    [InlineData("<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>")]
    [InlineData("junk")]
    public async Task CreateBucketWithMalformedXml_IsRefused(string xml)
    {
        string bucket = Instance.NewName("bucket");

        IsError(await SendAsync($"PUT /{bucket}", xml), 400, "MalformedXML", S3Messages.MalformedXml);

        Assert.Equal(404, (await SendAsync($"HEAD /{bucket}")).Status);
    }

    [Fact]
    public async Task ErrorDocument_NamesItsResource()
    {
        string bucket = await NewBucketAsync();

        XElement error = IsError(await SendAsync($"GET /{bucket}/a%20%26b"), 404, "NoSuchKey", S3Messages.NoSuchKey);

        Assert.Equal(
            ["Code", "Message", "Key", "Resource", "RequestId", "HostId"],
            error.Elements().Select(static element => element.Name.ToString()));
        Assert.Equal("a &b", error.Element("Key")?.Value);
    }
}
