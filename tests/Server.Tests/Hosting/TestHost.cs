using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Routing;
using RustStack.Server.Hosting;
using RustStack.Server.Settings;
using RustStack.Server.Tests.Settings;

namespace RustStack.Server.Tests.Hosting;

/// <summary>An instance on a free port with services of the test's making, and a client for it.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private TestHost(RustStackHost host)
    {
        Host = host;
        Client = new() { BaseAddress = host.Address };
    }

    public RustStackHost Host { get; }

    public HttpClient Client { get; }

    public static Task<TestHost> StartAsync(params IServiceRouter[] services) => StartAsync(TimeProvider.System, NullLoggerFactory.Instance, services);

    public static async Task<TestHost> StartAsync(TimeProvider time, ILoggerFactory loggers, params IServiceRouter[] services)
    {
        ServerOptions options = OptionsReader.ReadUsable("GATEWAY_LISTEN=127.0.0.1:0", "DEFAULT_REGION=eu-central-1");
        return new(await RustStackHost.StartAsync(options, RustStackHost.CreateEnvironment(options, time, loggers), services));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}
