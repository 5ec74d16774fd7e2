using System.Globalization;
using System.Security.Cryptography;
using RustStack.S3.Protocol;

namespace RustStack.S3.Tests.Operations;

/// <summary>How much of one thing a document may have: what the limit allows is taken, one more is refused.</summary>
public sealed class DocumentLimitTests
{
    private const string Lifecycle = "<Rule><ID>{0}</ID><Filter><Prefix>{0}</Prefix></Filter><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule>";
    private const string Cors = "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>";
    private const string Routing = "<RoutingRule><Condition><KeyPrefixEquals>{0}</KeyPrefixEquals></Condition><Redirect><ReplaceKeyWith>a</ReplaceKeyWith></Redirect></RoutingRule>";
    private const string Website = "<WebsiteConfiguration><IndexDocument><Suffix>a</Suffix></IndexDocument><RoutingRules>{0}</RoutingRules></WebsiteConfiguration>";

    [Theory]
    [InlineData("PUT", "lifecycle", "<LifecycleConfiguration>{0}</LifecycleConfiguration>", Lifecycle, 1_000, 200, "MalformedXML")]
    [InlineData("PUT", "cors", "<CORSConfiguration>{0}</CORSConfiguration>", Cors, 100, 200, "InvalidRequest")]
    [InlineData("PUT", "website", Website, Routing, 50, 200, "InvalidRequest")]
    [InlineData("PUT", "tagging", "<Tagging><TagSet>{0}</TagSet></Tagging>", "<Tag><Key>{0}</Key><Value>a</Value></Tag>", 50, 204, "BadRequest")]
    [InlineData("POST", "delete", "<Delete>{0}</Delete>", "<Object><Key>{0}</Key></Object>", 1_000, 200, "MalformedXML")]
    public async Task Elements_UpToTheLimit_AreTaken(string method, string parameter, string document, string element, int most, int status, string code)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();

        S3Reply taken = await SendAsync(s3, method, parameter, Document(document, element, most));
        S3Reply refused = await SendAsync(s3, method, parameter, Document(document, element, most + 1));

        Assert.Equal(status, taken.Status);
        Assert.Equal((400, code), (refused.Status, refused["Code"]));
    }

    [Theory]
    [InlineData("versioning")]
    [InlineData("tagging")]
    [InlineData("lifecycle")]
    public async Task DocumentOfMoreThanAMebibyte_IsTooBig(string parameter)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();

        S3Reply refused = await s3.SendAsync("PUT", "/bucket?" + parameter, new byte[BodyLimits.DefaultBytes + 1]);

        refused.AssertError(400, "MaxMessageLengthExceeded", "Your request was too big.");
    }

    private static Task<S3Reply> SendAsync(S3Harness s3, string method, string parameter, byte[] document) =>
        s3.SendAsync(method, "/bucket?" + parameter, document, ("Content-MD5", Convert.ToBase64String(MD5.HashData(document))));

    private static byte[] Document(string document, string element, int count)
    {
        IEnumerable<string> elements = Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, element, i));
        return System.Text.Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, document, string.Concat(elements)));
    }
}
