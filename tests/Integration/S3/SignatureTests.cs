using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

/// <summary>What the SDK is told of wrong signatures, by an instance of its own that verifies them.</summary>
public sealed class SignatureTests : IAsyncLifetime
{
    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.";

    private readonly List<AmazonS3Client> _clients = [];
    private readonly VerifyingInstance _instance = new();

    public ValueTask InitializeAsync() => _instance.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (AmazonS3Client client in _clients) client.Dispose();
        await _instance.DisposeAsync();
    }

    [Fact]
    public async Task WrongSecret_DoesNotMatch()
    {
        await NewClient().PutBucketAsync("bucket");
        await FailsAsync(403, "SignatureDoesNotMatch", Mismatch, () => NewClient(secret: "wrong").ListObjectsV2Async(new() { BucketName = "bucket" }));
    }

    [Fact]
    public async Task UnknownKey_IsNotKnown() => await FailsAsync(
        403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", () => NewClient("nobody").ListBucketsAsync());

    [Fact]
    public async Task WrongRegion_IsToldTheRightOne()
    {
        await NewClient(region: "eu-west-1").PutBucketAsync(new PutBucketRequest { BucketName = "europe", BucketRegionName = "eu-west-1" });
        await FailsAsync(
            400,
            "AuthorizationHeaderMalformed",
            "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
            () => NewClient().GetBucketAclAsync(new GetBucketAclRequest { BucketName = "europe" }));
    }

    [Fact]
    public async Task SessionCredentials_AreAsGoodAsTheirKeys()
    {
        using AmazonS3Client client = new(new SessionAWSCredentials("test", "test", "token"), Config("us-east-1"));
        await client.PutBucketAsync("session");
        Assert.Equal(["session"], (await client.ListBucketsAsync()).Buckets.Select(static bucket => bucket.BucketName));
    }

    [Fact]
    public async Task Accounts_AreThoseOfTheirKeys()
    {
        await NewClient().PutBucketAsync("first");
        await NewClient("alice", "wonder").PutBucketAsync("second");
        Assert.Equal(["first"], (await NewClient().ListBucketsAsync()).Buckets.Select(static bucket => bucket.BucketName));
        Assert.Equal(["second"], (await NewClient("alice", "wonder").ListBucketsAsync()).Buckets.Select(static bucket => bucket.BucketName));
        await NewClient("alice", "wonder").GetBucketAclAsync(new GetBucketAclRequest { BucketName = "second", ExpectedBucketOwner = "123456789012" });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Payload_IsStoredWholeAndInChunks(bool isChunked)
    {
        AmazonS3Client client = NewClient();
        await client.PutBucketAsync("uploads");
        byte[] bytes = new byte[300_000];
        new Random(5).NextBytes(bytes);
        await client.PutObjectAsync(new()
        {
            BucketName = "uploads",
            Key = "key",
            InputStream = new MemoryStream(bytes),
            UseChunkEncoding = isChunked,
        });

        using GetObjectResponse got = await client.GetObjectAsync("uploads", "key");
        using MemoryStream read = new();
        await got.ResponseStream.CopyToAsync(read);
        Assert.Equal(bytes, read.ToArray());
    }

    [Fact]
    public async Task Anonymous_ReadsWhatAPolicyMakesPublic()
    {
        AmazonS3Client client = NewClient();
        await client.PutBucketAsync("public");
        await client.PutObjectAsync(new() { BucketName = "public", Key = "key", ContentBody = "body" });
        using AmazonS3Client anonymous = new(new AnonymousAWSCredentials(), Config("us-east-1"));
        await FailsAsync(403, "AccessDenied", "Access Denied", () => anonymous.GetObjectAsync("public", "key"));

        await client.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = "public" });
        await client.PutBucketPolicyAsync(
            "public", """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::public/*"}]}""");
        using GetObjectResponse got = await anonymous.GetObjectAsync("public", "key");
        Assert.Equal(HttpStatusCode.OK, got.HttpStatusCode);
        await FailsAsync(403, "AccessDenied", "Access Denied", () => anonymous.ListObjectsV2Async(new() { BucketName = "public" }));
    }

    [Fact]
    public async Task PresignedUrl_HoldsForWhatItSaysAlone()
    {
        AmazonS3Client client = NewClient();
        await client.PutBucketAsync("presigned");
        var url = new Uri(await client.GetPreSignedURLAsync(new()
        {
            BucketName = "presigned",
            Key = "key",
            Verb = HttpVerb.PUT,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            Protocol = Protocol.HTTP,
        }));
        using HttpClient http = new();
        using HttpResponseMessage put = await http.PutAsync(url, new ByteArrayContent("body"u8.ToArray()));
        using HttpResponseMessage other = await http.PutAsync(new Uri(url, $"/presigned/other{url.Query}"), new ByteArrayContent("body"u8.ToArray()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (put.StatusCode, other.StatusCode));
        Assert.Contains("<Code>SignatureDoesNotMatch</Code>", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_HoldsNoSecretAndNoSignature()
    {
        AmazonS3Client client = NewClient();
        await client.PutBucketAsync("logged");
        string url = (await client.GetPreSignedURLAsync(new()
        {
            BucketName = "logged",
            Key = "key",
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            Protocol = Protocol.HTTP,
        }))!;
        using HttpClient http = new();
        using HttpResponseMessage missing = await http.GetAsync(new Uri(url));
        await FailsAsync(403, "SignatureDoesNotMatch", Mismatch, () => NewClient("alice", "wronger").ListBucketsAsync());
        string answer = await missing.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        string signature = url[(url.IndexOf("X-Amz-Signature=", StringComparison.Ordinal) + 16)..][..64];
        string log = string.Join('\n', _instance.Log.Lines);
        Assert.Contains("X-Amz-Signature -> 404", log, StringComparison.Ordinal);
        foreach (string secret in (string[])[signature, "wonder", "wronger", "Signature=", "aws4_request"])
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, answer, StringComparison.Ordinal);
        }
    }

    private static async Task FailsAsync(int status, string code, string message, Func<Task> call)
    {
        AmazonS3Exception error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(call);
        Assert.Equal((status, code, message), ((int)error.StatusCode, error.ErrorCode, error.Message));
    }

    private AmazonS3Client NewClient(string key = "test", string secret = "test", string region = "us-east-1")
    {
        AmazonS3Client client = new(key, secret, Config(region));
        _clients.Add(client);
        return client;
    }

    private AmazonS3Config Config(string region) => new()
    {
        ServiceURL = _instance.Address.ToString(),
        AuthenticationRegion = region,
        ForcePathStyle = true,
        MaxErrorRetry = 0,
    };
}
