using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Core.Tests.Signing;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

/// <summary>What the S3 tests share: a client, buckets of their own, and the exact form of an expected error.</summary>
public abstract class S3Test(RunningInstance instance) : IDisposable
{
    /// <summary>The account of clients whose access key is no account id.</summary>
    protected const string DefaultAccountId = "000000000000";

    private readonly List<AmazonS3Client> _clients = [];
    private AmazonS3Client? _s3;

    protected RunningInstance Instance { get; } = instance;

    /// <summary>A path-style client of the default account in us-east-1 that does not retry.</summary>
    protected AmazonS3Client S3 => _s3 ??= NewClient();

    public void Dispose()
    {
        foreach (AmazonS3Client client in _clients) client.Dispose();
        GC.SuppressFinalize(this);
    }

    protected AmazonS3Client NewClient(string accessKey = "test", string region = "us-east-1", Action<AmazonS3Config>? configure = null)
    {
        var config = new AmazonS3Config
        {
            ServiceURL = Instance.Address.ToString(),
            AuthenticationRegion = region,
            ForcePathStyle = true,
            MaxErrorRetry = 0,
            Timeout = TimeSpan.FromMinutes(2),
        };
        configure?.Invoke(config);
        var client = new AmazonS3Client(accessKey, "test", config);
        _clients.Add(client);
        return client;
    }

    protected async Task<string> NewBucketAsync()
    {
        string bucket = Instance.NewName("bucket");
        await S3.PutBucketAsync(bucket);
        return bucket;
    }

    protected Task<PutObjectResponse> PutAsync(string bucket, string key, string content) =>
        S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = content });

    protected async Task PutAllAsync(string bucket, params string[] keys)
    {
        foreach (string key in keys) await PutAsync(bucket, key, key);
    }

    protected async Task<string> GetTextAsync(string bucket, string key)
    {
        using GetObjectResponse response = await S3.GetObjectAsync(bucket, key);
        return await ReadTextAsync(response);
    }

    protected static async Task<string> ReadTextAsync(GetObjectResponse response) =>
        Encoding.UTF8.GetString(await ReadBytesAsync(response));

    protected static async Task<byte[]> ReadBytesAsync(GetObjectResponse response)
    {
        using var bytes = new MemoryStream();
        await response.ResponseStream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    protected static byte[] RandomBytes(int length, int seed)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A URL, good for an hour, for a request that the SDK does not make.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, percent-encoded.</param>
    /// <param name="query">The query, decoded.</param>
    protected Uri Presigned(string method, string path, params (string Name, string Value)[] query)
    {
        var signer = new SimpleSigner("test", "test", "us-east-1", "s3");
        (string, string)[] host = [("Host", Instance.Address.Authority)];
        return new(Instance.Address, $"{path}?{signer.Presign(method, path, query, host, 3_600, TimeProvider.System.GetUtcNow())}");
    }

    /// <summary>Asserts that a call fails with exactly this error.</summary>
    protected static async Task<AmazonS3Exception> FailsAsync(int status, string code, string message, Func<Task> call)
    {
        AmazonS3Exception error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(call);
        Assert.Equal((status, code, message), ((int)error.StatusCode, error.ErrorCode, error.Message));
        return error;
    }

    /// <summary>Asserts that a HEAD fails: it has no body, so that the SDK knows the status alone.</summary>
    protected static async Task HeadFailsAsync(HttpStatusCode status, Func<Task> call)
    {
        AmazonS3Exception error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(call);
        Assert.Equal((status, status.ToString()), (error.StatusCode, error.ErrorCode));
    }
}
