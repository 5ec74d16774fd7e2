namespace RustStack.S3.Tests.Operations;

public sealed class CorsOperationTests
{
    private const string Rules =
        "<CORSConfiguration>"
        + "<CORSRule><ID>one</ID><AllowedOrigin>https://*.example.test</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>"
        + "<AllowedMethod>GET</AllowedMethod><AllowedHeader>x-amz-*</AllowedHeader><AllowedHeader>Content-Type</AllowedHeader>"
        + "<ExposeHeader>ETag</ExposeHeader><ExposeHeader>x-amz-version-id</ExposeHeader><MaxAgeSeconds>3000</MaxAgeSeconds></CORSRule>"
        + "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>"
        + "</CORSConfiguration>";

    private const string NotAllowed =
        "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / "
        + "Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

    private static readonly string[] CorsHeaders =
    [
        "Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers", "Access-Control-Expose-Headers",
        "Access-Control-Max-Age", "Access-Control-Allow-Credentials", "Vary",
    ];

    [Fact]
    public async Task Configuration_IsGivenBackAndDeleted()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.GetAsync("/bucket?cors")).AssertError(404, "NoSuchCORSConfiguration", "The CORS configuration does not exist");
        Assert.Equal(200, (await s3.PutAsync("/bucket?cors", Rules)).Status);
        S3Reply got = await s3.GetAsync("/bucket?cors");
        Assert.Equal("CORSConfiguration", got.Xml.Name.LocalName);
        Assert.Equal(["PUT", "GET", "GET"], got.All("AllowedMethod"));
        Assert.Equal(("one", "3000"), (got["ID"], got["MaxAgeSeconds"]));
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?cors")).Status);
        Assert.Equal("bucket", (await s3.GetAsync("/bucket?cors"))["BucketName"]);
    }

    [Theory]
    [InlineData("", 400, "MalformedXML", null)]
    [InlineData("<CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule>", 400, "MalformedXML", null)]
    [InlineData("<CORSRule><AllowedMethod>GET</AllowedMethod></CORSRule>", 400, "MalformedXML", null)]
    [InlineData(
        "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><MaxAgeSeconds>-1</MaxAgeSeconds></CORSRule>",
        400,
        "MalformedXML",
        null)]
    [InlineData(
        "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>MYMETHOD</AllowedMethod></CORSRule>",
        400,
        "InvalidRequest",
        "Found unsupported HTTP method in CORS config. Unsupported method is MYMETHOD")]
    [InlineData(
        "<CORSRule><AllowedOrigin>*a*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>",
        400,
        "InvalidRequest",
        "AllowedOrigin \"*a*\" can not have more than one wildcard.")]
    [InlineData(
        "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><AllowedHeader>**</AllowedHeader></CORSRule>",
        400,
        "InvalidRequest",
        "AllowedHeader \"**\" can not have more than one wildcard.")]
    [InlineData(
        "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><ExposeHeader>x-*</ExposeHeader></CORSRule>",
        400,
        "InvalidRequest",
        "ExposeHeader \"x-*\" contains wildcard. We currently do not support wildcard for ExposeHeader.")]
    [InlineData(
        "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><ExposeHeader>a b</ExposeHeader></CORSRule>",
        400,
        "InvalidRequest",
        "ExposeHeader \"a b\" contains invalid character.")]
    public async Task InvalidRule_IsRefused(string rules, int status, string code, string? message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await s3.PutAsync("/bucket?cors", $"<CORSConfiguration>{rules}</CORSConfiguration>");
        reply.AssertError(
            status, code, message ?? "The XML you provided was not well-formed or did not validate against our published schema");
        Assert.Equal(404, (await s3.GetAsync("/bucket?cors")).Status);
    }

    [Fact]
    public async Task TooManyRulesOrTooLong_IsRefused()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        const string Rule = "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>";
        Assert.Equal(200, (await PutRulesAsync(s3, Rule, 100)).Status);
        (await PutRulesAsync(s3, Rule, 101)).AssertError(
            400, "InvalidRequest", "The number of CORS rules should not exceed allowed limit of 100 rules.");
        (await PutRulesAsync(s3, Rule, 1000)).AssertError(400, "MaxMessageLengthExceeded", "Your request was too big.");
    }

    [Theory]
    [InlineData("https://a.example.test", "PUT", "Content-Type, X-Amz-Date", "https://a.example.test|PUT, GET|content-type, x-amz-date|ETag, x-amz-version-id|3000|true")]
    [InlineData("https://a.example.test", "GET", null, "https://a.example.test|PUT, GET||ETag, x-amz-version-id|3000|true")]
    [InlineData("http://other.test", "GET", null, "*|GET||||")]
    [InlineData("null", "GET", null, "*|GET||||")]
    public async Task Preflight_OfAnAllowedRequest_AnswersTheRule(string origin, string method, string? headers, string expected)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket?cors", Rules);
        foreach (string path in new[] { "/bucket", "/bucket/key" })
        {
            S3Reply reply = await PreflightAsync(s3, path, origin, method, headers);
            Assert.Equal((200, 0), (reply.Status, reply.Body.Length));
            string vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";
            Assert.Equal($"{expected}|{vary}", string.Join('|', CorsHeaders.Select(reply.Header)));
        }
    }

    [Theory]
    [InlineData("/bucket/key", "http://other.test", "PUT", null, 403, "AccessForbidden", NotAllowed, "PUT", "OBJECT")]
    [InlineData("/bucket", "https://a.example.test", "PUT", "x-other", 403, "AccessForbidden", NotAllowed, "PUT", "BUCKET")]
    [InlineData("/bucket", "https://a.example.test.org", "PUT", null, 403, "AccessForbidden", NotAllowed, "PUT", "BUCKET")]
    [InlineData("/none/key", "http://a.test", "GET", null, 403, "AccessForbidden", "CORSResponse: Bucket not found", "GET", "OBJECT")]
    [InlineData(
        "/plain", "http://a.test", "GET", null, 403, "AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.", "GET", "BUCKET")]
    [InlineData("/bucket", null, "GET", null, 400, "BadRequest", "Insufficient information. Origin request header needed.", null, null)]
    [InlineData("/bucket", "http://a.test", null, null, 400, "BadRequest", "Invalid Access-Control-Request-Method: null", null, null)]
    [InlineData("/bucket", "http://a.test", "PATCH", null, 400, "BadRequest", "Invalid Access-Control-Request-Method: PATCH", null, null)]
    public async Task Preflight_OfAnythingElse_IsRefused(
        string path, string? origin, string? method, string? headers, int status, string code, string message, string? named, string? type)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.WithBucketAsync("plain");
        await s3.PutAsync("/bucket?cors", Rules);
        S3Reply reply = await PreflightAsync(s3, path, origin, method, headers);
        reply.AssertError(status, code, message);
        Assert.Equal((named, type), (reply["Method"], reply["ResourceType"]));
        Assert.Null(reply.Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("GET", "/bucket/key", 200, "https://a.example.test", "https://a.example.test")]
    [InlineData("GET", "/bucket/missing", 404, "https://a.example.test", "https://a.example.test")]
    [InlineData("GET", "/bucket", 200, "http://other.test", "*")]
    [InlineData("HEAD", "/bucket/key", 200, "http://other.test", null)]
    [InlineData("DELETE", "/bucket/missing", 204, "https://a.example.test", null)]
    [InlineData("GET", "/plain", 200, "https://a.example.test", null)]
    [InlineData("GET", "/bucket/key", 200, null, null)]
    public async Task RealRequest_HasTheHeadersOfItsRule(string method, string path, int status, string? origin, string? allowed)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.WithBucketAsync("plain");
        await s3.PutAsync("/bucket?cors", Rules);
        await s3.PutAsync("/bucket/key", "body");
        S3Reply reply = await s3.SendAsync(method, path, null, origin is null ? [] : [("Origin", origin)]);
        Assert.Equal((status, allowed), (reply.Status, reply.Header("Access-Control-Allow-Origin")));
        Assert.Equal(allowed is null ? null : "Origin, Access-Control-Request-Headers, Access-Control-Request-Method", reply.Header("Vary"));
        Assert.Null(reply.Header("Access-Control-Allow-Headers"));
    }

    private static Task<S3Reply> PutRulesAsync(S3Harness s3, string rule, int count) =>
        s3.PutAsync("/bucket?cors", $"<CORSConfiguration>{string.Concat(Enumerable.Repeat(rule, count))}</CORSConfiguration>");

    private static Task<S3Reply> PreflightAsync(S3Harness s3, string path, string? origin, string? method, string? headers)
    {
        List<(string Name, string Value)> head = [];
        if (origin is not null) head.Add(("Origin", origin));
        if (method is not null) head.Add(("Access-Control-Request-Method", method));
        if (headers is not null) head.Add(("Access-Control-Request-Headers", headers));
        return s3.SendAsync("OPTIONS", path, null, [.. head]);
    }
}
