using System.Text;
using RustStack.Core.Signing;
using RustStack.Core.Tests.Signing;
using RustStack.S3.Tests.Operations;

namespace RustStack.S3.Tests.Signing;

/// <summary>The service with verification on, and a client that signs as the simple signer does and lets tests change what it sends.</summary>
internal sealed class SignedHarness : IAsyncDisposable
{
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    private static readonly AccessKeys Keys = new([new("owner", "s3cr3t", "111111111111"), new("other", "0ther", "222222222222")]);

    public S3Harness S3 { get; } = new(Keys) { Account = "111111111111" };

    public DateTimeOffset Now => S3.Time.GetUtcNow();

    public string Region { get; set; } = "us-east-1";

    public string Secret { get; set; } = "s3cr3t";

    public string AccessKey { get; set; } = "owner";

    public SimpleSigner Signer => new(AccessKey, Secret, Region, "s3");

    public ValueTask DisposeAsync() => S3.DisposeAsync();

    public async Task<SignedHarness> WithBucketAsync(string name = "bucket")
    {
        Assert.Equal(200, (await SendAsync("PUT", "/" + name)).Status);
        return this;
    }

    /// <summary>Lets everyone in as far as policies and ACLs say so.</summary>
    public async Task<SignedHarness> WithoutBlockAsync(string? policy = null)
    {
        Assert.Equal(204, (await SendAsync("DELETE", "/bucket?publicAccessBlock")).Status);
        if (policy is not null) Assert.Equal(204, (await SendAsync("PUT", "/bucket?policy", policy)).Status);
        return this;
    }

    public Task<S3Reply> SendAsync(string method, string target, string body = "", params (string Name, string Value)[] headers)
    {
        (string Name, string Value)[] signed = Sign(method, target, SimpleSigner.HashOf(Encoding.UTF8.GetBytes(body)), Now, headers);
        return S3.SendAsync(method, target, Encoding.UTF8.GetBytes(body), signed);
    }

    /// <summary>The headers of a signed request.</summary>
    public (string Name, string Value)[] Sign(
        string method, string target, string payloadHash, DateTimeOffset time, params (string Name, string Value)[] headers)
    {
        (string path, (string, string)[] query) = Split(target);
        (string Name, string Value)[] all =
        [
            .. headers, ("Host", S3.Host), ("x-amz-date", SimpleSigner.TimeOf(time)), ("x-amz-content-sha256", payloadHash),
        ];
        return [.. all.Where(static header => header.Name != "Host"), ("Authorization", Signer.Authorize(method, path, query, all, payloadHash, time))];
    }

    /// <summary>The target of a presigned URL.</summary>
    public string Presign(string method, string target, long seconds = 60, DateTimeOffset? time = null, params (string Name, string Value)[] headers)
    {
        (string path, (string, string)[] query) = Split(target);
        return $"{path}?{Signer.Presign(method, path, query, [("Host", S3.Host), .. headers], seconds, time ?? Now)}";
    }

    private static (string Path, (string, string)[] Query) Split(string target)
    {
        string[] parts = target.Split('?', 2);
        string[] query = parts.Length > 1 ? parts[1].Split('&') : [];
        return (parts[0], [.. query.Select(static pair => pair.Split('=', 2)).Select(static pair => (
            Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : ""))]);
    }
}
