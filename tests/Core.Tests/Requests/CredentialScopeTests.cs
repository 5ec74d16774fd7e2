using System.Text;
using Microsoft.AspNetCore.Http;
using RustStack.Core.Requests;
using RustStack.Core.Signing;

namespace RustStack.Core.Tests.Requests;

public sealed class CredentialScopeTests
{
    [Theory]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=AKID/20260102/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=ab",
        "AKID", "20260102", "eu-west-1", "s3")]
    [InlineData(
        "AWS4-HMAC-SHA256 SignedHeaders=host,Credential=test/20260102/us-east-1/dynamodb/aws4_request,Signature=ab",
        "test", "20260102", "us-east-1", "dynamodb")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/20260102/us-east-1/s3/aws4_request", "a/b", "20260102", "us-east-1", "s3")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=AKID/20260102/*/s3/aws4_request, Signature=ab", "AKID", "20260102", "*", "s3")]
    [InlineData("AWS AKID:c2lnbmF0dXJl", "AKID", null, null, null)]
    [InlineData("AWS a:b:c2ln", "a:b", null, null, null)]
    public void Authorization_NamesItsScope(string header, string accessKey, string? date, string? region, string? service) =>
        Assert.Equal(new CredentialScope(accessKey, date, region, service), CredentialScope.ParseAuthorization(header));

    [Theory]
    [InlineData("")]
    [InlineData("Bearer token")]
    [InlineData("Basic dGVzdDp0ZXN0")]
    [InlineData("AWS ")]
    [InlineData("AWS :signature")]
    [InlineData("AWS AKID")]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 Credential=")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/s3")]
    [InlineData("AWS4-HMAC-SHA256 Credential=/20260102/us-east-1/s3/aws4_request")]
    public void UnintelligibleAuthorization_HasNoScope(string header) => Assert.Null(CredentialScope.ParseAuthorization(header));

    [Theory]
    [InlineData("123456789012", "123456789012")]
    [InlineData("000000000001", "000000000001")]
    [InlineData("12345678901", RequestContext.DefaultAccountId)]
    [InlineData("1234567890123", RequestContext.DefaultAccountId)]
    [InlineData("12345678901a", RequestContext.DefaultAccountId)]
    [InlineData("１２３４５６７８９０１２", RequestContext.DefaultAccountId)]
    [InlineData("AKIAIOSFODNN7EXAMPLE", RequestContext.DefaultAccountId)]
    [InlineData("test", RequestContext.DefaultAccountId)]
    public void AccessKey_DecidesTheAccount(string accessKey, string account) =>
        Assert.Equal(account, AccessKeys.None.AccountOf(accessKey));

    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("", "?list-type=2", null, null)]
    [InlineData("", "?X-Amz-Credential=AKID%2F20260102%2Feu-north-1%2Fs3%2Faws4_request", "AKID", "eu-north-1")]
    [InlineData("", "?X-Amz-Credential=broken", null, null)]
    [InlineData("", "?AWSAccessKeyId=AKID&Signature=x&Expires=1", "AKID", null)]
    [InlineData("", "?AWSAccessKeyId=", null, null)]
    [InlineData("AWS4-HMAC-SHA256 Credential=H/20260102/r1/s3/aws4_request", "?AWSAccessKeyId=Q", "H", "r1")]
    public void Request_NamesItsScopeInHeaderOrQuery(string header, string query, string? accessKey, string? region)
    {
        var context = new DefaultHttpContext();
        if (header.Length > 0) context.Request.Headers.Authorization = header;
        context.Request.QueryString = new QueryString(query);

        CredentialScope? scope = CredentialScope.Of(context.Request);

        Assert.Equal(accessKey, scope?.AccessKeyId);
        Assert.Equal(region, scope?.Region);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void ArbitraryText_NeverThrows(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["AWS4-", "AWS ", "Credential=", "/", ",", ":", " ", "aws4_request", "\0", "é", "=", "20260102"];
        for (int i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (int n = random.Next(12); n > 0; n--) text.Append(pieces[random.Next(pieces.Length)]);
            Exception? error = Record.Exception(() =>
            {
                CredentialScope.ParseAuthorization(text.ToString());
                CredentialScope.ParseCredential(text.ToString());
            });
            Assert.True(error is null, $"seed {seed}: '{text}' threw {error}");
        }
    }
}
