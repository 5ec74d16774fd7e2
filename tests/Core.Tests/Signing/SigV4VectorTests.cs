using Microsoft.AspNetCore.Http;
using RustStack.Core.Signing;

namespace RustStack.Core.Tests.Signing;

/// <summary>
/// The test vectors that AWS published for Signature Version 4 (AWS General Reference, "Signature Version 4 test suite"): requests and the
/// signatures that they have.
/// </summary>
public sealed class SigV4VectorTests
{
    private const string Post = "Content-Type|application/x-www-form-urlencoded";
    private const string Plain = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string FormHash = "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e";

    private static readonly DateTimeOffset Now = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    public static TheoryData<string, string, string, string[], string, string> Vectors => new()
    {
        { "get-vanilla", "GET", "/", [], Empty, Plain },
        { "get-relative", "GET", "/example/..", [], Empty, Plain },
        { "get-relative-relative", "GET", "/example1/example2/../..", [], Empty, Plain },
        { "get-slash", "GET", "//", [], Empty, Plain },
        { "get-slash-dot-slash", "GET", "/./", [], Empty, Plain },
        { "get-slashes", "GET", "//example//", [], Empty, "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84" },
        { "get-slash-pointless-dot", "GET", "/./example", [], Empty, "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5" },
        { "get-space", "GET", "/example space/", [], Empty, "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741" },
        { "get-utf8", "GET", "/\u1234", [], Empty, "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85" },
        {
            "get-unreserved", "GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", [], Empty,
            "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"
        },
        {
            "get-vanilla-empty-query-key", "GET", "/?Param1=value1", [], Empty,
            "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"
        },
        {
            "get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1", [], Empty,
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
        },
        {
            "get-vanilla-query-unreserved", "GET",
            "/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                + "=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
            [], Empty, "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"
        },
        {
            "get-vanilla-utf8-query", "GET", "/?\u1234=bar", [], Empty,
            "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"
        },
        {
            "get-header-key-duplicate", "GET", "/", ["My-Header1|value2", "My-Header1|value2", "My-Header1|value1"], Empty,
            "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"
        },
        {
            "get-header-value-order", "GET", "/", ["My-Header1|value4", "My-Header1|value1", "My-Header1|value3", "My-Header1|value2"], Empty,
            "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"
        },
        {
            "get-header-value-trim", "GET", "/", ["My-Header1| value1", "My-Header2| \"a   b   c\""], Empty,
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"
        },
        { "post-vanilla", "POST", "/", [], Empty, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
        { "post-vanilla-query", "POST", "/?Param1=value1", [], Empty, "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11" },
        { "post-header-key-sort", "POST", "/", ["My-Header1|value1"], Empty, "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c" },
        { "post-header-value-case", "POST", "/", ["My-Header1|VALUE1"], Empty, "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d" },
        { "post-x-www-form-urlencoded", "POST", "/", [Post], FormHash, "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a" },
        {
            "post-sts-header-before", "POST", "/", ["X-Amz-Security-Token|" + Token], Empty,
            "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"
        },
    };

    private const string Token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/"
        + "kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZ"
        + "bqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    [Theory]
    [MemberData(nameof(Vectors))]
    public void PublishedVector_HasThePublishedSignature(
        string name, string method, string target, string[] headers, string payloadHash, string signature)
    {
        HeaderDictionary all = new() { ["Host"] = "example.amazonaws.com", ["X-Amz-Date"] = "20150830T123600Z" };
        foreach (string[] header in headers.Select(static header => header.Split('|', 2))) all.Append(header[0], header[1]);
        string signed = string.Join(';', all.Keys.Select(static key => key.ToLowerInvariant()).Order(StringComparer.Ordinal));
        string authorization = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
            + $"SignedHeaders={signed}, Signature={signature}";
        SigV4Verifier verifier = new(ExampleKeys.Documented, "service", encodesPathOnce: false, new NamedErrors());

        VerifiedSignature verified = verifier.Verify(new(method, target, all), verifier.ReadHeader(authorization), payloadHash, Now);

        Assert.Equal((name, "AKIDEXAMPLE", signature), (name, verified.Signer.Id, verified.Signature));
    }
}
