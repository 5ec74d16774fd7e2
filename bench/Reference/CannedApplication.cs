using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace RustStack.Bench.Reference;

/// <summary>Reads what comes, and answers canned bytes with the headers that an AWS answer has at least.</summary>
internal sealed class CannedApplication : IHttpApplication<HttpContext>
{
    private const int BufferBytes = 128 * 1024;

    private readonly ConcurrentDictionary<int, byte[]> _answers = new();

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        byte[] answer = _answers.GetOrAdd(int.Parse(path.AsSpan(path.LastIndexOf('/') + 1), CultureInfo.InvariantCulture), static length => new byte[length]);
        if (context.Request.ContentLength > 0) await ReadAsync(context, path.StartsWith("/hash/", StringComparison.Ordinal));
        HttpResponse response = context.Response;
        response.ContentLength = answer.Length;
        response.ContentType = "application/x-amz-json-1.0";
        response.Headers["x-amzn-RequestId"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        response.Headers["x-amz-crc32"] = "1234567890";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private static async Task ReadAsync(HttpContext context, bool isHashed)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        using IncrementalHash? hash = isHashed ? IncrementalHash.CreateHash(HashAlgorithmName.MD5) : null;
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0) hash?.AppendData(buffer, 0, read);
        if (hash is not null) context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(hash.GetHashAndReset())}\"";
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
