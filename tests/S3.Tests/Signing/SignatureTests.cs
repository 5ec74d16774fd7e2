using System.Text;
using RustStack.Core.Tests.Signing;
using RustStack.S3.Tests.Operations;

namespace RustStack.S3.Tests.Signing;

/// <summary>Requests with verification on. The clock stands at 2024-05-06T07:08:09Z.</summary>
public sealed class SignatureTests
{
    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.";

    private const string NotSupported = "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.";

    [Fact]
    public async Task SignedRequest_IsAnswered()
    {
        await using SignedHarness client = await new SignedHarness().WithBucketAsync();
        Assert.Equal(200, (await client.SendAsync("PUT", "/bucket/a%20b/%C3%BC%2B%25/c", "body", ("x-amz-meta-k", "  a   b "))).Status);
        Assert.Equal("body", (await client.SendAsync("GET", "/bucket/a%20b/%C3%BC%2B%25/c?response-content-type=a%2Fb")).Text);
    }

    [Fact]
    public async Task WrongSecret_ShowsWhatWasSigned()
    {
        await using SignedHarness client = new() { Secret = "wrong" };
        S3Reply reply = await client.SendAsync("GET", "/bucket?list-type=2");

        reply.AssertError(403, "SignatureDoesNotMatch", Mismatch);
        const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        string canonical = "GET\n/bucket\nlist-type=2\nhost:localhost:4566\n"
            + $"x-amz-content-sha256:{Empty}\nx-amz-date:20240506T070809Z\n\nhost;x-amz-content-sha256;x-amz-date\n{Empty}";
        string toSign = "AWS4-HMAC-SHA256\n20240506T070809Z\n20240506/us-east-1/s3/aws4_request\n"
            + SimpleSigner.HashOf(Encoding.UTF8.GetBytes(canonical));
        Assert.Equal(("owner", toSign, canonical), (reply["AWSAccessKeyId"], reply["StringToSign"], reply["CanonicalRequest"]));
        Assert.Equal((Hex(toSign), Hex(canonical)), (reply["StringToSignBytes"], reply["CanonicalRequestBytes"]));
        Assert.Equal(client.Signer.Sign(canonical, client.Now), reply["SignatureProvided"]);
        Assert.DoesNotContain(new SimpleSigner("owner", "s3cr3t", "us-east-1", "s3").Sign(canonical, client.Now), reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAccessKey_IsNamed()
    {
        await using SignedHarness client = new() { AccessKey = "nobody" };
        S3Reply reply = await client.SendAsync("GET", "/");
        reply.AssertError(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
        Assert.Equal("nobody", reply["AWSAccessKeyId"]);
    }

    [Theory]
    [InlineData(-901, "20240506T065308Z")]
    [InlineData(901, "20240506T072310Z")]
    public async Task SkewedClock_ShowsBothTimes(int seconds, string time)
    {
        await using SignedHarness client = new();
        S3Reply reply = await client.S3.SendAsync(
            "GET", "/", null, client.Sign("GET", "/", SignedHarness.Unsigned, new DateTimeOffset(2024, 5, 6, 7, 8, 9, default).AddSeconds(seconds)));
        reply.AssertError(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
        Assert.Equal(
            (time, "2024-05-06T07:08:09Z", "900000"), (reply["RequestTime"], reply["ServerTime"], reply["MaxAllowedSkewMilliseconds"]));
    }

    [Fact]
    public async Task WrongRegion_IsToldTheBuckets()
    {
        await using SignedHarness client = new() { Region = "eu-west-1" };
        client.S3.Region = "eu-west-1";
        const string Place = "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";
        Assert.Equal(200, (await client.SendAsync("PUT", "/bucket", Place)).Status);
        Assert.Equal(200, (await client.SendAsync("GET", "/bucket")).Status);

        client.Region = "us-west-2";
        S3Reply reply = await client.SendAsync("GET", "/bucket");
        reply.AssertError(
            400, "AuthorizationHeaderMalformed", "The authorization header is malformed; the region 'us-west-2' is wrong; expecting 'eu-west-1'");
        Assert.Equal(("eu-west-1", "eu-west-1"), (reply["Region"], reply.Header("x-amz-bucket-region")));
        (await client.S3.SendAsync("GET", client.Presign("GET", "/bucket"))).AssertError(
            400,
            "AuthorizationQueryParametersError",
            "Error parsing the X-Amz-Credential parameter; the region 'us-west-2' is wrong; expecting 'eu-west-1'");
        Assert.Equal(404, (await client.SendAsync("GET", "/elsewhere")).Status);
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz", 400, "InvalidArgument", "Unsupported Authorization Type")]
    [InlineData("AWS4-HMAC-SHA256 x", 400, "AuthorizationHeaderMalformed",
        "The authorization header is malformed; the authorization header requires three components: Credential, SignedHeaders, and Signature.")]
    [InlineData("AWS4-HMAC-SHA256 Credential=owner, SignedHeaders=host, Signature=0", 400, "AuthorizationHeaderMalformed",
        "The authorization header is malformed; the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".")]
    [InlineData("AWS4-HMAC-SHA256 Credential=owner/20240506/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0", 400,
        "AuthorizationHeaderMalformed", "The authorization header is malformed; incorrect service \"ec2\". This endpoint belongs to \"s3\".")]
    [InlineData("AWS4-HMAC-SHA256 Credential=owner/20240507/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0", 400,
        "AuthorizationHeaderMalformed",
        "The authorization header is malformed; Invalid credential date \"20240507\". This date is not the same as X-Amz-Date: \"20240506\".")]
    [InlineData("AWS4-HMAC-SHA256 Credential=owner/20240506/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0", 403, "AccessDenied",
        "There were headers present in the request which were not signed")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=owner/20240506/s3/aws4_request, SignedHeaders=host, Signature=0", 400, "InvalidRequest", NotSupported)]
    [InlineData("AWS owner", 400, "InvalidArgument", "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature")]
    [InlineData("AWS owner:AAAAAAAAAAAAAAAAAAAAAAAAAAA=", 403, "SignatureDoesNotMatch", Mismatch)]
    [InlineData("AWS nobody:AAAAAAAAAAAAAAAAAAAAAAAAAAA=", 403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.")]
    public async Task UnusableHeader_IsRefusedForWhatIsWrong(string authorization, int status, string code, string message)
    {
        await using SignedHarness client = new();
        (string, string)[] headers = [("Authorization", authorization), ("x-amz-date", "20240506T070809Z"), ("x-amz-content-sha256", SignedHarness.Unsigned)];
        (await client.S3.GetAsync("/", headers)).AssertError(status, code, message);
    }

    [Fact]
    public async Task AsymmetricSignature_IsRefusedByName()
    {
        await using SignedHarness client = new();
        S3Reply reply = await client.S3.GetAsync("/", ("Authorization", "AWS4-ECDSA-P256-SHA256 Credential=owner"));
        Assert.Equal("AWS4-ECDSA-P256-SHA256 is not supported", reply["additionalMessage"]);
    }

    [Fact]
    public async Task NoDate_IsDenied()
    {
        await using SignedHarness client = new();
        S3Reply reply = await client.S3.GetAsync("/", [.. client.Sign("GET", "/", "x", client.Now).Where(static header => header.Name != "x-amz-date")]);
        reply.AssertError(403, "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header");
    }

    [Fact]
    public async Task NoPayloadHash_IsRefused()
    {
        await using SignedHarness client = new();
        (string Name, string Value)[] headers = [.. client.Sign("GET", "/", "x", client.Now).Where(static header => header.Name != "x-amz-content-sha256")];
        (await client.S3.GetAsync("/", headers)).AssertError(
            400, "InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
    }

    [Fact]
    public async Task UnsignedAmazonHeaders_AreNamed()
    {
        await using SignedHarness client = await new SignedHarness().WithBucketAsync();
        S3Reply reply = await client.S3.PutAsync(
            client.Presign("PUT", "/bucket/key"), "body", ("x-amz-acl", "public-read"), ("X-Amz-Meta-A", "1"));
        reply.AssertError(403, "AccessDenied", "There were headers present in the request which were not signed");
        Assert.Equal("x-amz-acl, x-amz-meta-a", reply["HeadersNotSigned"]);
    }

    [Theory]
    [InlineData("GET", "/bucket/key2", "body", "")]
    [InlineData("GET", "/bucket/key?versionId=null", "body", "")]
    [InlineData("DELETE", "/bucket/key", "body", "")]
    [InlineData("GET", "/bucket/key", "body", "x-amz-meta-k")]
    public async Task TamperedHead_DoesNotMatch(string method, string target, string body, string header)
    {
        await using SignedHarness client = await new SignedHarness().WithBucketAsync();
        (string Name, string Value)[] headers = client.Sign(
            "GET", "/bucket/key", SimpleSigner.HashOf(Encoding.UTF8.GetBytes(body)), client.Now, ("x-amz-meta-k", "1"));
        headers = [.. headers.Select(pair => pair.Name == header ? (pair.Name, "2") : pair)];
        (await client.S3.SendAsync(method, target, Encoding.UTF8.GetBytes(body), headers)).AssertError(403, "SignatureDoesNotMatch", Mismatch);
    }

    [Theory]
    [InlineData("/bucket/key", "body", "Body")]
    [InlineData("/bucket/key", "body", "")]
    [InlineData("/bucket?tagging", "<Tagging/>", "<Tagging></Tagging>")]
    [InlineData("/other", "<CreateBucketConfiguration/>", "")]
    public async Task TamperedBody_IsFoundByItsHash(string target, string signed, string sent)
    {
        await using SignedHarness client = await new SignedHarness().WithBucketAsync();
        string hash = SimpleSigner.HashOf(Encoding.UTF8.GetBytes(signed));
        S3Reply reply = await client.S3.SendAsync(
            "PUT", target, sent.Length == 0 ? null : Encoding.UTF8.GetBytes(sent), [.. client.Sign("PUT", target, hash, client.Now), ("Content-Length", $"{sent.Length}")]);
        reply.AssertError(400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
        Assert.Equal(
            (hash, SimpleSigner.HashOf(Encoding.UTF8.GetBytes(sent))), (reply["ClientComputedContentSHA256"], reply["S3ComputedContentSHA256"]));
        Assert.Equal(404, (await client.SendAsync("GET", "/bucket/key")).Status);
    }

    [Theory]
    [InlineData("/bucket/key?X-Amz-Signature=0", "header", 400, "InvalidArgument",
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified")]
    [InlineData("/bucket/key?X-Amz-Signature=0", "", 400, "AuthorizationQueryParametersError",
        "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.")]
    [InlineData("/bucket/key?AWSAccessKeyId=owner&Signature=0", "", 403, "AccessDenied",
        "Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters")]
    [InlineData("/bucket/key?AWSAccessKeyId=owner&Signature=0&Expires=soon", "", 403, "AccessDenied",
        "Invalid date (should be seconds since epoch): soon")]
    [InlineData("/bucket/key?AWSAccessKeyId=owner&Signature=0&Expires=1714979288", "", 403, "AccessDenied", "Request has expired")]
    [InlineData("/bucket/key?AWSAccessKeyId=owner&Signature=0&Expires=1714979999", "", 403, "SignatureDoesNotMatch", Mismatch)]
    public async Task UnusableQuery_IsRefusedForWhatIsWrong(string target, string authorization, int status, string code, string message)
    {
        await using SignedHarness client = new();
        (string, string)[] headers = authorization.Length > 0 ? [("Authorization", authorization)] : [];
        (await client.S3.GetAsync(target, headers)).AssertError(status, code, message);
    }

    [Fact]
    public async Task PresignedUrl_GoesWithMethodKeyAndTime()
    {
        await using SignedHarness client = await new SignedHarness().WithBucketAsync();
        Assert.Equal(200, (await client.S3.PutAsync(client.Presign("PUT", "/bucket/key"), "body")).Status);
        string get = client.Presign("GET", "/bucket/key?response-content-type=text%2Fplain", 60);
        Assert.Equal("body", (await client.S3.GetAsync(get)).Text);
        (await client.S3.SendAsync("DELETE", get)).AssertError(403, "SignatureDoesNotMatch", Mismatch);
        (await client.S3.GetAsync(get.Replace("plain", "html", StringComparison.Ordinal))).AssertError(403, "SignatureDoesNotMatch", Mismatch);
        client.S3.Time.Advance(TimeSpan.FromSeconds(61));
        S3Reply late = await client.S3.GetAsync(get);
        late.AssertError(403, "AccessDenied", "Request has expired");
        Assert.Equal(("60", "2024-05-06T07:09:09Z", "2024-05-06T07:09:10Z"), (late["X-Amz-Expires"], late["Expires"], late["ServerTime"]));
    }

    [Fact]
    public async Task PresignedUrlOfTheFuture_IsNotYetValid()
    {
        await using SignedHarness client = new();
        S3Reply reply = await client.S3.GetAsync(client.Presign("GET", "/bucket/key", 60, new DateTimeOffset(2024, 5, 6, 8, 0, 0, default)));
        reply.AssertError(403, "AccessDenied", "Request is not yet valid");
        Assert.Equal(("1714982400000", "2024-05-06T08:01:00Z"), (reply["X-Amz-Date"], reply["Expires"]));
    }

    [Theory]
    [InlineData("eu-central-1", 400)]
    [InlineData("eu-west-1", 403)]
    public async Task Version2_IsKnownWhereAwsKnowsIt(string region, int status)
    {
        await using SignedHarness client = new() { Region = region };
        client.S3.Region = region;
        string place = $"<CreateBucketConfiguration><LocationConstraint>{region}</LocationConstraint></CreateBucketConfiguration>";
        Assert.Equal(200, (await client.SendAsync("PUT", "/bucket", place)).Status);
        S3Reply reply = await client.S3.GetAsync("/bucket/key", ("Authorization", "AWS owner:x"), ("Date", "Mon, 06 May 2024 07:08:09 GMT"));
        if (status == 400) reply.AssertError(400, "InvalidRequest", NotSupported);
        else reply.AssertError(403, "SignatureDoesNotMatch", Mismatch);
    }

    private static string Hex(string text) => string.Join(' ', Encoding.UTF8.GetBytes(text).Select(static value => value.ToString("x2", null)));
}
