using Microsoft.AspNetCore.Http;
using RustStack.Core.Requests;
using RustStack.Core.Routing;

namespace RustStack.Server.Tests.Hosting;

/// <summary>A service that answers below one path as a test wants it.</summary>
internal sealed class FakeService(string name, string prefix, Func<HttpContext, RequestContext, Task> handle) : IServiceRouter
{
    private int _requests;

    public IReadOnlyList<string> ServiceNames { get; } = [name];

    public bool Disposed { get; private set; }

    public bool Matches(HttpRequest request) => request.Path.Value!.StartsWith(prefix, StringComparison.Ordinal);

    public string NewRequestId() => $"{name}-{Interlocked.Increment(ref _requests)}";

    public Task HandleAsync(HttpContext context, RequestContext request) => handle(context, request);

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return ValueTask.CompletedTask;
    }
}
