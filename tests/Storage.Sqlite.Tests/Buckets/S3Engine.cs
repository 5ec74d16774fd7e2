using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.Core.Routing;
using RustStack.S3;

namespace RustStack.Storage.Sqlite.Tests.Buckets;

/// <summary>S3 as a client sees it, without a network, in memory or on a folder from which it can be opened again.</summary>
internal sealed class S3Engine : IAsyncDisposable
{
    private const int MaxMemoryBytes = 1000;

    private readonly string? _folder;
    private readonly IdSource _ids;
    private readonly FakeTimeProvider _time;
    private StateDirectory? _state;
    private IServiceRouter _router;

    /// <summary>Starts an engine.</summary>
    /// <param name="folder">Its folder; null for one in memory.</param>
    /// <param name="seed">Of its ids: engines of one seed give the same answers to the same requests.</param>
    /// <param name="time">The clock.</param>
    public S3Engine(string? folder, int seed, FakeTimeProvider time)
    {
        (_folder, _ids, _time) = (folder, new SeededIds(seed), time);
        _router = Open();
    }

    /// <summary>Closes the engine and opens it again.</summary>
    public async Task ReopenAsync()
    {
        if (_folder is null) return;
        await DisposeAsync();
        _router = Open();
    }

    /// <summary>Sends a request.</summary>
    /// <returns>The answer: the status, the headers that matter, and the body.</returns>
    public async Task<S3Answer> SendAsync(S3Request request)
    {
        DefaultHttpContext http = new();
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = request.Target;
        http.Request.Method = request.Method;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("localhost:4566");
        if (request.Body is not null)
        {
            http.Request.Body = new MemoryStream(request.Body);
            http.Request.ContentLength = request.Body.Length;
        }

        foreach ((string name, string value) in request.Headers) http.Request.Headers[name] = value;
        MemoryStream body = new();
        http.Response.Body = body;
        await _router.HandleAsync(http, new RequestContext(_router.NewRequestId(), "000000000000", "us-east-1", _time.GetUtcNow()));
        IEnumerable<string> headers = http.Response.Headers.Select(static header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal);
        return new(http.Response.StatusCode, string.Join('\n', headers), body.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _router.DisposeAsync();
        _state?.Dispose();
    }

    private IServiceRouter Open()
    {
        _state = _folder is null
            ? null
            : StateDirectory.Open(new(_folder, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);
        S3Options options = new(SkipSignatureValidation: true, VirtualHosting: true, S3Options.DefaultDomain, MaxMemoryBytes)
        {
            LifecycleSweepSeconds = 0,
        };
        return S3Service.Create(options, new("us-east-1", _time, _ids, NullLoggerFactory.Instance), _state?.Buckets);
    }
}
