using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RustStack.Core.Signing;
using RustStack.Core.Tests.Signing;
using RustStack.DynamoDb.Tests.Operations;
using RustStack.DynamoDb.Tests.Protocol;

namespace RustStack.DynamoDb.Tests.Signing;

/// <summary>Requests with verification on. The clock stands at 2026-01-02T03:04:05Z.</summary>
public sealed class SignatureTests
{
    private const string Target = "DynamoDB_20120810.ListTables";
    private const string Date = "20260102T030405Z";

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly AccessKeys Keys = new([new("key", "s3cr3t", "111111111111")]);

    private readonly Service _service = new(new DynamoDbOptions(SkipSignatureValidation: false), keys: Keys);

    [Fact]
    public async Task SignedRequest_IsAnswered()
    {
        (int status, string body) = await _service.SendAsync(Signed());
        Assert.True(status == 200, body);
    }

    [Fact]
    public async Task PresignedRequest_IsAnswered()
    {
        DefaultHttpContext http = RouterHarness.Request(Target, "{}"u8.ToArray());
        http.Request.Headers.Host = "host";
        SimpleSigner signer = new("key", "s3cr3t", "us-east-1", "dynamodb");
        (string, string)[] headers = [("host", "host"), ("x-amz-target", Target)];
        http.Request.QueryString = new("?" + signer.Presign("POST", "/", [], headers, 60, Now, SimpleSigner.HashOf("{}"u8.ToArray())));
        (int status, string body) = await _service.SendAsync(http);
        Assert.True(status == 200, body);
    }

    [Fact]
    public async Task WrongSecret_ShowsWhatWasSigned()
    {
        (string code, string message) = await FailAsync(Signed(secret: "wrong"));
        string hash = SimpleSigner.HashOf("{}"u8.ToArray());
        string canonical =
            $"POST\n/\n\ncontent-type:application/x-amz-json-1.0\nhost:host\nx-amz-date:{Date}\nx-amz-target:{Target}\n\ncontent-type;host;x-amz-date;x-amz-target\n{hash}";
        Assert.Equal("InvalidSignatureException", code);
        Assert.Equal(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
            + $"Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'{canonical}'\n\n"
            + $"The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n{Date}\n20260102/us-east-1/dynamodb/aws4_request\n"
            + $"{SimpleSigner.HashOf(Encoding.UTF8.GetBytes(canonical))}'\n",
            message);
    }

    [Fact]
    public async Task TamperedBody_DoesNotMatch()
    {
        DefaultHttpContext http = Signed();
        http.Request.Body = new MemoryStream("{ }"u8.ToArray());
        http.Request.ContentLength = 3;
        Assert.Equal("InvalidSignatureException", (await FailAsync(http)).Code);
    }

    [Theory]
    [InlineData(-901, "Signature expired: 20260102T024904Z is now earlier than 20260102T024905Z (20260102T030405Z - 15 min.)")]
    [InlineData(901, "Signature not yet current: 20260102T031906Z is still later than 20260102T031905Z (20260102T030405Z + 15 min.)")]
    public async Task SkewedClock_ShowsBothTimes(int seconds, string message) =>
        Assert.Equal(("InvalidSignatureException", message), await FailAsync(Signed(time: Now.AddSeconds(seconds))));

    [Theory]
    [InlineData("", "MissingAuthenticationTokenException", "Request is missing Authentication Token")]
    [InlineData("Basic dXNlcjpwYXNz", "MissingAuthenticationTokenException", "Request is missing Authentication Token")]
    [InlineData("AWS4-HMAC-SHA256 Credential=key", "IncompleteSignatureException",
        "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. "
        + "(Hashed with SHA-256 and encoded with Base64) Authorization=Zn8wZ+vRZpeOGW/VJzZo+2lJlQIOBw+PEmVan6fWOyE=")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=key", "IncompleteSignatureException", "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'.")]
    [InlineData("AWS4-HMAC-SHA256 Credential=key/a/b, SignedHeaders=host, Signature=0", "IncompleteSignatureException",
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'key/a/b'")]
    [InlineData("AWS4-HMAC-SHA256 Credential=key/20260102/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0", "InvalidSignatureException",
        "Credential should be scoped to correct service: 'dynamodb'. ")]
    [InlineData("AWS4-HMAC-SHA256 Credential=key/20260102/us-east-1/dynamodb/aws4, SignedHeaders=host, Signature=0", "InvalidSignatureException",
        "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws4'. ")]
    [InlineData("AWS4-HMAC-SHA256 Credential=key/20260103/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0", "InvalidSignatureException",
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260103' != '20260102', from '20260102T030405Z'.")]
    [InlineData("AWS4-HMAC-SHA256 Credential=nobody/20260102/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
        "UnrecognizedClientException", "The security token included in the request is invalid.")]
    [InlineData("AWS4-HMAC-SHA256 Credential=key/20260102/us-east-1/dynamodb/aws4_request, SignedHeaders=x-amz-date;x-amz-target, Signature=0",
        "InvalidSignatureException", "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")]
    public async Task UnusableHeader_IsRefusedForWhatIsWrong(string authorization, string code, string message)
    {
        DefaultHttpContext http = RouterHarness.Request(Target, "{}"u8.ToArray());
        http.Request.Headers.Host = "host";
        http.Request.Headers["x-amz-date"] = Date;
        if (authorization.Length > 0) http.Request.Headers.Authorization = authorization;
        Assert.Equal((code, message), await FailAsync(http));
    }

    [Fact]
    public async Task HeaderAndQuery_AreOneTooMany()
    {
        DefaultHttpContext http = Signed();
        http.Request.QueryString = new("?X-Amz-Algorithm=AWS4-HMAC-SHA256");
        Assert.Equal(
            ("InvalidSignatureException", "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."),
            await FailAsync(http));
    }

    [Theory]
    [InlineData("dynamodb.eu-west-1.amazonaws.com", "Credential should be scoped to a valid region, not 'us-east-1'. ")]
    [InlineData("dynamodb.us-east-1.amazonaws.com", null)]
    [InlineData("dynamodb.localhost.localstack.cloud:4566", null)]
    public async Task RegionOfTheHost_IsTheOneToSignFor(string host, string? message)
    {
        DefaultHttpContext http = Signed(host: host);
        if (message is null) Assert.Equal(200, (await _service.SendAsync(http)).Status);
        else Assert.Equal(("InvalidSignatureException", message), await FailAsync(http));
    }

    private static DefaultHttpContext Signed(string secret = "s3cr3t", DateTimeOffset? time = null, string host = "host")
    {
        DefaultHttpContext http = RouterHarness.Request(Target, "{}"u8.ToArray());
        (string Name, string Value)[] headers =
        [
            ("content-type", "application/x-amz-json-1.0"), ("host", host), ("x-amz-date", SimpleSigner.TimeOf(time ?? Now)), ("x-amz-target", Target),
        ];
        foreach ((string name, string value) in headers) http.Request.Headers[name] = value;
        SimpleSigner signer = new("key", secret, "us-east-1", "dynamodb");
        http.Request.Headers.Authorization = signer.Authorize("POST", "/", [], headers, SimpleSigner.HashOf("{}"u8.ToArray()), time ?? Now);
        return http;
    }

    private async Task<(string Code, string Message)> FailAsync(DefaultHttpContext http)
    {
        (int status, string body) = await _service.SendAsync(http);
        Assert.True(status == 400, $"{status} {body}");
        using var error = JsonDocument.Parse(body);
        string type = error.RootElement.GetProperty("__type").GetString()!;
        Assert.StartsWith("com.amazon.coral.service#", type, StringComparison.Ordinal);
        return (type[25..], error.RootElement.GetProperty("message").GetString()!);
    }
}
