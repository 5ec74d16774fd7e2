using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.Core.Requests;
using RustStack.Core.Signing;

namespace RustStack.Core.Tests.Signing;

public sealed class SigV4VerifierTests
{
    private const string Payload = "UNSIGNED-PAYLOAD";

    private static readonly DateTimeOffset Now = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);
    private static readonly SimpleSigner Signer = new("AKIDEXAMPLE", ExampleKeys.Secret, "eu-west-1", "s3");

    private readonly SigV4Verifier _verifier = new(ExampleKeys.Documented, "s3", encodesPathOnce: true, new NamedErrors());

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    [InlineData(-900)]
    public void HeaderWithinTheSkew_IsGood(int seconds) => Verify(Sign(Now.AddSeconds(seconds)));

    [Theory]
    [InlineData(901, "20150830T125101Z")]
    [InlineData(-901, "20150830T122059Z")]
    public void HeaderBeyondTheSkew_IsRefused(int seconds, string time) => Fails("Skewed", time, Sign(Now.AddSeconds(seconds)));

    [Fact]
    public void DateHeader_StandsInForTheAmazonOne()
    {
        HeaderDictionary headers = new() { ["Host"] = "host", ["Date"] = "Sun, 30 Aug 2015 12:36:00 GMT" };
        string authorization = Signer.Authorize("GET", "/key", [], Pairs(headers), Payload, Now);
        Verify(new("GET", "/key", headers), authorization);
    }

    [Fact]
    public void OtherDay_IsRefused()
    {
        RequestHead request = Sign(Now);
        request.Headers.Authorization = request.Headers.Authorization.ToString().Replace("20150830/", "20150829/", StringComparison.Ordinal);
        Fails("ScopeDateDiffers", "20150829", request);
    }

    [Fact]
    public void NoDate_IsRefused()
    {
        RequestHead request = Sign(Now);
        request.Headers.Remove("x-amz-date");
        Fails("MissingDate", "", request);
    }

    [Theory]
    [InlineData("Credential=AKIDEXAMPLE/20150830/eu-west-1/s3/aws4_request, SignedHeaders=host", "IncompleteHeader", "Signature")]
    [InlineData("Signature=0", "IncompleteHeader", "Credential SignedHeaders")]
    [InlineData("Credential=AKIDEXAMPLE/20150830/eu-west-1/s3/aws4_request, SignedHeaders=host;HOST, Signature=0", "IncompleteHeader", "SignedHeaders")]
    [InlineData("", "IncompleteHeader", "Credential Signature SignedHeaders")]
    [InlineData("Credential=/20150830/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0", "MalformedCredential", "/20150830/eu-west-1/s3/aws4_request")]
    [InlineData("Credential=AKIDEXAMPLE/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0", "MalformedCredential", "AKIDEXAMPLE/eu-west-1/s3/aws4_request")]
    [InlineData("Credential=AKIDEXAMPLE/2015083/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0", "MalformedScopeDate", "2015083")]
    [InlineData("Credential=AKIDEXAMPLE/20150830/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=0", "WrongService", "ec2")]
    [InlineData("Credential=AKIDEXAMPLE/20150830/eu-west-1/s3/aws3_request, SignedHeaders=host, Signature=0", "WrongTerminator", "aws3_request")]
    [InlineData("Credential=NOBODY/20150830/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=0", "UnknownAccessKey", "NOBODY")]
    [InlineData("Credential=AKIDEXAMPLE/20150830/eu-west-1/s3/aws4_request, SignedHeaders=x-amz-date, Signature=0", "HeadersNotSigned", "host")]
    [InlineData("Credential=AKIDEXAMPLE/20150830/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0", "HeadersNotSigned", "x-amz-date")]
    public void HeaderThatIsNotRight_IsRefusedForWhatIsWrong(string components, string error, string detail)
    {
        RequestHead request = Sign(Now);
        request.Headers.Authorization = "AWS4-HMAC-SHA256 " + components;
        Fails(error, detail, request);
    }

    [Fact]
    public void AsymmetricAlgorithm_IsRefusedByName()
    {
        RequestHead request = Sign(Now);
        request.Headers.Authorization = "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20150830/s3/aws4_request, SignedHeaders=host, Signature=0";
        Fails("UnsupportedAlgorithm", "AWS4-ECDSA-P256-SHA256", request);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void SessionTokenOfNothing_IsRefused(string token) => Fails("InvalidToken", token, Sign(Now, ("X-Amz-Security-Token", token)));

    [Fact]
    public void SessionToken_IsSignedAsAnyHeader()
    {
        RequestHead request = Sign(Now, ("X-Amz-Security-Token", "token"));
        Verify(request);
        request.Headers["X-Amz-Security-Token"] = "another";
        Assert.Equal("Mismatch", Assert.Throws<AwsException>(() => Verify(request)).Code);
    }

    [Fact]
    public void ClientsHeaderAddedOnTheWay_IsRefused() => Fails("HeadersNotSigned", "x-amz-acl", With(Sign(Now), "X-Amz-Acl", "public-read"));

    [Fact]
    public void OtherHeaderAddedOnTheWay_IsNoMatter() => Verify(With(Sign(Now), "X-Forwarded-For", "10.0.0.1"));

    [Theory]
    [InlineData("PUT", "/a/key?b=1&a=%2F", "host:8080")]
    [InlineData("GET", "/a/key2?b=1&a=%2F", "host:8080")]
    [InlineData("GET", "/a/key?b=2&a=%2F", "host:8080")]
    [InlineData("GET", "/a/key?b=1&a=%2F&c", "host:8080")]
    [InlineData("GET", "/a/key?b=1", "host:8080")]
    [InlineData("GET", "/a/key?b=1&a=%2F", "host")]
    [InlineData("GET", "/a/key?b=1&a=%2F", "host:80")]
    [InlineData("GET", "/a/key?b=1&a=%2F", "HOST:8080")]
    public void OtherRequest_DoesNotMatch(string method, string target, string host)
    {
        HeaderDictionary headers = Headers(Now);
        headers["Host"] = "host:8080";
        string authorization = Signer.Authorize("GET", "/a/key", [("a", "/"), ("b", "1")], Pairs(headers), Payload, Now);
        Verify(new("GET", "/a/key?b=1&a=%2F", headers), authorization);
        Verify(new("GET", "http://host:8080/a/key?a=/&b=1", headers), authorization);

        headers["Host"] = host;
        Assert.Equal("Mismatch", Assert.Throws<AwsException>(() => Verify(new(method, target, headers), authorization)).Code);
    }

    [Fact]
    public void MissingSignedHeader_CountsAsEmpty()
    {
        RequestHead request = Sign(Now, ("x-custom", "value"));
        request.Headers.Remove("x-custom");
        AwsException error = Assert.Throws<AwsException>(() => Verify(request));
        Assert.Equal("Mismatch", error.Code);
        Assert.Contains("\nx-custom:\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SignatureOfOtherCase_DoesNotMatch()
    {
        RequestHead request = Sign(Now);
        string authorization = request.Headers.Authorization.ToString();
        int start = authorization.LastIndexOf('=') + 1;
        request.Headers.Authorization = authorization[..start] + authorization[start..].ToUpperInvariant();
        Assert.Equal("Mismatch", Assert.Throws<AwsException>(() => Verify(request)).Code);
    }

    [Theory]
    [InlineData("X-Amz-Expires", "x", "ExpiresNotANumber", "")]
    [InlineData("X-Amz-Expires", "-1", "ExpiresNegative", "")]
    [InlineData("X-Amz-Expires", "604801", "ExpiresTooLong", "")]
    [InlineData("X-Amz-Expires", null, "IncompleteQuery", "X-Amz-Expires")]
    [InlineData("X-Amz-Date", "2015-08-30T12:36:00Z", "MalformedQueryDate", "")]
    [InlineData("X-Amz-Date", "20150830T115959Z", "Expired", "2160")]
    [InlineData("X-Amz-Date", "20150830T125101Z", "NotYetValid", "")]
    [InlineData("X-Amz-Date", "20150829T123600Z", "ScopeDateDiffers", "20150830")]
    [InlineData("X-Amz-Algorithm", "AWS4-ECDSA-P256-SHA256", "UnsupportedAlgorithm", "AWS4-ECDSA-P256-SHA256")]
    [InlineData("X-Amz-Algorithm", null, "IncompleteQuery", "X-Amz-Algorithm")]
    [InlineData("X-Amz-SignedHeaders", null, "IncompleteQuery", "X-Amz-SignedHeaders")]
    [InlineData("X-Amz-Credential", "AKIDEXAMPLE", "MalformedCredential", "AKIDEXAMPLE")]
    [InlineData("X-Amz-Security-Token", "", "InvalidToken", "")]
    public void PresignedQueryThatIsNotRight_IsRefusedForWhatIsWrong(string name, string? value, string error, string detail)
    {
        Dictionary<string, string?> query = new()
        {
            ["X-Amz-Algorithm"] = "AWS4-HMAC-SHA256",
            ["X-Amz-Credential"] = "AKIDEXAMPLE/20150830/eu-west-1/s3/aws4_request",
            ["X-Amz-Date"] = "20150830T120000Z",
            ["X-Amz-Expires"] = "2160",
            ["X-Amz-SignedHeaders"] = "host",
            ["X-Amz-Signature"] = "0",
            [name] = value,
        };
        RequestHead request = new("GET", "/key", new HeaderDictionary { ["Host"] = "host" });
        AwsException thrown = Assert.Throws<AwsException>(() => _verifier.Verify(
            request, _verifier.ReadQuery(PresignedParameters.Read(query.GetValueOrDefault)!), Payload, Now));
        Assert.Equal((error, detail), (thrown.Code, thrown.Message));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(604_800)]
    public void PresignedUrl_IsGoodUpToItsLastSecond(long seconds)
    {
        DateTimeOffset signed = Now.AddSeconds(-seconds);
        string query = Signer.Presign("GET", "/key", [("versionId", "v/1")], [("Host", "host")], seconds, signed);
        RequestHead request = new("GET", "/key?" + query, new HeaderDictionary { ["Host"] = "host" });
        SigV4Claim claim = _verifier.ReadQuery(ParseQuery(query));

        Assert.Equal("AKIDEXAMPLE", _verifier.Verify(request, claim, Payload, Now).Signer.Id);
        Assert.Equal("Expired", Assert.Throws<AwsException>(() => _verifier.Verify(request, claim, Payload, Now.AddSeconds(1))).Code);
    }

    private static PresignedParameters ParseQuery(string query)
    {
        var parameters = query.Split('&').Select(static pair => pair.Split('=')).ToDictionary(
            static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1]));
        return PresignedParameters.Read(parameters.GetValueOrDefault)!;
    }

    private static RequestHead Sign(DateTimeOffset time, params (string Name, string Value)[] more)
    {
        HeaderDictionary headers = Headers(time);
        foreach ((string name, string value) in more) headers[name] = value;
        headers["Authorization"] = Signer.Authorize("GET", "/key", [], Pairs(headers), Payload, time);
        return new("GET", "/key", headers);
    }

    private static RequestHead With(RequestHead request, string name, string value)
    {
        request.Headers[name] = value;
        return request;
    }

    private static HeaderDictionary Headers(DateTimeOffset time) => new() { ["Host"] = "host", ["x-amz-date"] = SimpleSigner.TimeOf(time) };

    private static (string Name, string Value)[] Pairs(HeaderDictionary headers) =>
        [.. headers.Select(static header => (header.Key, header.Value.ToString()))];

    private void Verify(RequestHead request) => Verify(request, request.Headers.Authorization.ToString());

    private void Verify(RequestHead request, string authorization) =>
        Assert.Equal("AKIDEXAMPLE", _verifier.Verify(request, _verifier.ReadHeader(authorization), Payload, Now).Signer.Id);

    private void Fails(string code, string detail, RequestHead request)
    {
        AwsException error = Assert.Throws<AwsException>(() => Verify(request));
        Assert.Equal((code, detail), (error.Code, error.Message));
    }
}
