using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.Core.Signing;

namespace RustStack.Core.Tests.Signing;

/// <summary>Random requests, signed by <see cref="SimpleSigner"/>: they verify as they are, and with any one thing changed they do not.</summary>
public sealed class CanonicalisationTests
{
    private const string Alphabet = "abcXYZ019-._~!*'()$&,:;=@+ /?#[]%\"<>\\^`{|}éßЖ漢😀";

    private static readonly DateTimeOffset Now = new(2024, 2, 29, 23, 59, 59, TimeSpan.Zero);
    private static readonly AccessKeys Keys = new([new("key/with+slash", "s3cr3t", "123456789012")]);

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void RandomRequests_VerifyAsTheSimpleSignerSignsThem(bool encodesOnce, int seed)
    {
        Random random = new(seed);
        SimpleSigner signer = new("key/with+slash", "s3cr3t", "ap-south-1", "s3");
        SigV4Verifier verifier = new(Keys, "s3", encodesOnce, new NamedErrors());
        for (int round = 0; round < 400; round++)
        {
            string key = "/" + (encodesOnce ? Text(random, 12) : Normal(Text(random, 12)));
            string sent = SimpleSigner.EncodePath(key);
            string canonical = encodesOnce ? sent : SimpleSigner.EncodePath(sent);
            (string Name, string Value)[] query = [.. Enumerable.Range(0, random.Next(5)).Select(_ => (Text(random, 4) + "q", Text(random, 6)))];
            HeaderDictionary headers = new() { ["Host"] = "h:1", ["X-Amz-Date"] = SimpleSigner.TimeOf(Now) };
            for (int i = random.Next(4); i > 0; i--) headers.Append("X-Amz-Meta-" + random.Next(3), "  " + Text(random, 9) + "  \t x ");
            (string, string)[] pairs = [.. headers.SelectMany(static header => header.Value.Select(value => (header.Key, value!)))];
            string authorization = signer.Authorize("PUT", canonical, query, pairs, "HASH", Now);
            string target = $"{sent}?{string.Join('&', query.Select(static pair => $"{SimpleSigner.Encode(pair.Name)}={SimpleSigner.Encode(pair.Value)}"))}";
            string place = $"seed {seed}, round {round}: {target}";

            Assert.True(Verifies(verifier, "PUT", target, headers, authorization, "HASH"), place);
            Assert.False(Verifies(verifier, "GET", target, headers, authorization, "HASH"), place);
            Assert.False(Verifies(verifier, "PUT", sent + "x?" + target[(sent.Length + 1)..], headers, authorization, "HASH"), place);
            Assert.False(Verifies(verifier, "PUT", target + "&z", headers, authorization, "HASH"), place);
            Assert.False(Verifies(verifier, "PUT", target, headers, authorization, "HASh"), place);
            headers["X-Amz-Meta-0"] = headers["X-Amz-Meta-0"] + "!";
            Assert.False(Verifies(verifier, "PUT", target, headers, authorization, "HASH"), place);
        }
    }

    [Fact]
    public void AnyHeaderAndQuery_IsVerifiedOrRefused()
    {
        const int Seed = 3;
        Random random = new(Seed);
        string[] pieces =
        [
            "AWS4-HMAC-SHA256", " ", ",", "=", "Credential=", "SignedHeaders=", "Signature=", "key/with+slash/20240229/r/s3/aws4_request", "host",
            ";", "/", "%", "%zz", "\u00e9", "\ud83d", "&", "?", "X-Amz-Signature", "0", "AWS4-", "..",
        ];
        SigV4Verifier verifier = new(Keys, "s3", encodesPathOnce: false, new NamedErrors());
        for (int round = 0; round < 20_000; round++)
        {
            string Next() => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            HeaderDictionary headers = new() { ["Host"] = Next(), ["x-amz-date"] = SimpleSigner.TimeOf(Now), ["x-amz-x"] = Next() };
            string authorization = "AWS4-HMAC-SHA256 Credential=key/with+slash/20240229/r/s3/aws4_request,SignedHeaders=host;x-amz-date;x-amz-x," + Next();
            Verifies(verifier, Next(), Next(), headers, random.Next(2) == 0 ? authorization + ",Signature=0" : Next(), Next());
            try
            {
                verifier.ReadQuery(new(Next(), Next(), Next(), Next(), Next(), Next(), Next()));
            }
            catch (AwsException)
            {
                // Any refusal will do; what must not come is another exception.
            }
        }
    }

    [Fact]
    public void ManyParameters_AreSortedInReasonableTime()
    {
        string query = string.Join('&', Enumerable.Range(0, 30_000).Select(static i => (i * 7919 % 30_000).ToString("x4", null)));
        using SigningText text = new();
        CanonicalQuery.Write(text, query, null);
        string[] sorted = [.. text.ToString().Split('&')];
        Assert.Equal(30_000, sorted.Length);
        Assert.Equal(sorted.Order(StringComparer.Ordinal), sorted);
    }

    [Fact]
    public void KeptKeys_AreBounded()
    {
        SigningKeys keys = new();
        AccessKey key = Keys.Find("key/with+slash")!;
        for (int i = 0; i < 3 * SigningKeys.MaxKept; i++)
        {
            SigV4Credential credential = new(key.Id, $"20240229/r{i}/s3/aws4_request", "20240229", $"r{i}", "s3");
            keys.Keep(credential, keys.Get(key, credential));
            Assert.InRange(keys.Count, 1, SigningKeys.MaxKept);
        }
    }

    /// <summary>A path that is normal already: taking out dots and empty segments is what the published vectors are about.</summary>
    private static string Normal(string path) =>
        string.Join('/', path.Split('/').Where(static segment => segment is not ("" or "." or "..")));

    private static bool Verifies(
        SigV4Verifier verifier, string method, string target, HeaderDictionary headers, string authorization, string payloadHash)
    {
        try
        {
            verifier.Verify(new(method, target, headers), verifier.ReadHeader(authorization), payloadHash, Now);
            return true;
        }
        catch (AwsException)
        {
            return false;
        }
    }

    private static string Text(Random random, int maxLength)
    {
        string text = "";
        for (int i = random.Next(maxLength + 1); i > 0; i--)
        {
            int at = random.Next(Alphabet.Length);
            if (char.IsLowSurrogate(Alphabet[at])) at--;
            text += char.IsHighSurrogate(Alphabet[at]) ? Alphabet.Substring(at, 2) : Alphabet[at].ToString();
        }

        return text;
    }
}
