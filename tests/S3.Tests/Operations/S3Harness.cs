using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.Core.Routing;
using RustStack.Core.Signing;

namespace RustStack.S3.Tests.Operations;

/// <summary>The service as a client sees it, without a network: every request goes through the router.</summary>
internal sealed class S3Harness : IAsyncDisposable
{
    public const int MaxMemoryBytes = 100_000;

    /// <summary>Makes the service.</summary>
    /// <param name="keys">The key pairs with which requests must be signed; null when signatures are not verified.</param>
    public S3Harness(AccessKeys? keys = null) => Router = S3Service.Create(
        new S3Options(SkipSignatureValidation: keys is null, VirtualHosting: true, S3Options.DefaultDomain, MaxMemoryBytes),
        new ServiceEnvironment("us-east-1", Time, new IdSource(), NullLoggerFactory.Instance) { Credentials = keys ?? AccessKeys.None });

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 5, 6, 7, 8, 9, 123, TimeSpan.Zero));

    public IServiceRouter Router { get; }

    public string Account { get; set; } = RequestContext.DefaultAccountId;

    public string Region { get; set; } = "us-east-1";

    public string Host { get; set; } = "localhost:4566";

    public ValueTask DisposeAsync() => Router.DisposeAsync();

    public async Task<S3Harness> WithBucketAsync(string name = "bucket")
    {
        S3Reply reply = await SendAsync("PUT", "/" + name);
        Assert.Equal(200, reply.Status);
        return this;
    }

    public Task<S3Reply> PutAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync("PUT", path, Encoding.UTF8.GetBytes(body), headers);

    public Task<S3Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers);

    public Task<S3Reply> SendAsync(string method, string target, byte[]? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, target, body is null ? null : new MemoryStream(body), body?.Length, headers);

    public async Task<S3Reply> SendAsync(
        string method, string target, Stream? body, long? length, params (string Name, string Value)[] headers)
    {
        DefaultHttpContext http = new();
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        http.Request.Method = method;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString(Host);
        if (body is not null) http.Request.Body = body;
        if (length is not null) http.Request.ContentLength = length;
        foreach ((string name, string value) in headers) http.Request.Headers[name] = value;
        MemoryStream answer = new();
        http.Response.Body = answer;
        await Router.HandleAsync(http, new RequestContext(Router.NewRequestId(), Account, Region, Time.GetUtcNow()));
        return new S3Reply(http.Response.StatusCode, http.Response.Headers, answer.ToArray());
    }
}
