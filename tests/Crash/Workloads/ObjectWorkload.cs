using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace RustStack.Crash.Workloads;

/// <summary>One writer that puts, replaces and deletes objects of its own, small or large.</summary>
internal sealed class ObjectWorkload(int writer, int mostBytes) : IWorkload
{
    private const string Bucket = "objects";
    private const int Keys = 10;

    private readonly Register<string>[] _registers = [.. Enumerable.Range(0, Keys).Select(key => new Register<string>($"object {writer}/{key}"))];

    public long Acknowledged { get; private set; }

    public Task PrepareAsync(Instance instance) => writer > 0 ? Task.CompletedTask : instance.S3.PutBucketAsync(Bucket);

    public async Task WorkAsync(Instance instance, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            int key = random.Next(Keys);
            byte[]? bytes = random.Next(6) == 0 ? null : new byte[random.Next(mostBytes)];
            if (bytes is not null) random.NextBytes(bytes);
            await _registers[key].WriteAsync(Describe(bytes), () => WriteAsync(instance, Key(key), bytes));
            Acknowledged++;
        }
    }

    public async Task VerifyAsync(Instance instance)
    {
        for (int key = 0; key < Keys; key++) _registers[key].Verify(Describe(await ReadAsync(instance, Bucket, Key(key), versionId: null)));
    }

    /// <summary>Reads an object whole.</summary>
    public static async Task<byte[]?> ReadAsync(Instance instance, string bucket, string key, string? versionId)
    {
        try
        {
            using GetObjectResponse response = await instance.S3.GetObjectAsync(
                new GetObjectRequest { BucketName = bucket, Key = key, VersionId = versionId });
            using MemoryStream bytes = new();
            await response.ResponseStream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Bytes as registers compare them.</summary>
    public static string? Describe(byte[]? bytes) => bytes is null ? null : $"{bytes.Length}:{Convert.ToHexString(SHA256.HashData(bytes))}";

    private static Task WriteAsync(Instance instance, string key, byte[]? bytes) => bytes is null
        ? instance.S3.DeleteObjectAsync(Bucket, key, CancellationToken.None)
        : instance.S3.PutObjectAsync(
            new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = new MemoryStream(bytes) }, CancellationToken.None);

    private string Key(int key) => string.Create(CultureInfo.InvariantCulture, $"{writer}/{key}");
}
