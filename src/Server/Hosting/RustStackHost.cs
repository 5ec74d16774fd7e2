using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using RustStack.Core.Ids;
using RustStack.Core.Routing;
using RustStack.Server.Settings;

namespace RustStack.Server.Hosting;

/// <summary>A running instance: the services, the gateway and the web server. Tests start one in their own process.</summary>
internal sealed class RustStackHost : IAsyncDisposable
{
    /// <summary>How long requests under way may take to finish once the instance is asked to stop.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    private readonly KestrelServer _server;
    private readonly IReadOnlyList<IServiceRouter> _services;

    private RustStackHost(KestrelServer server, IReadOnlyList<IServiceRouter> services)
    {
        _server = server;
        _services = services;
        Addresses = WebServer.AddressesOf(server);
        ServiceNames = [.. services.SelectMany(static service => service.ServiceNames).Order(StringComparer.Ordinal)];
    }

    /// <summary>Where it listens, with the ports that it took.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>The first address: <c>http://127.0.0.1:PORT</c> for <c>GATEWAY_LISTEN=127.0.0.1:0</c>.</summary>
    public Uri Address => Addresses[0];

    /// <summary>The names of the services that run, sorted.</summary>
    public IReadOnlyList<string> ServiceNames { get; }

    /// <summary>Starts an instance with the services that the options and this build name.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="environment">Clock, ids and loggers.</param>
    /// <returns>The instance, listening.</returns>
    /// <exception cref="ListenException">An address could not be listened on.</exception>
    public static Task<RustStackHost> StartAsync(ServerOptions options, ServiceEnvironment environment) =>
        StartAsync(options, environment, ServiceComposition.Create(options, environment));

    /// <summary>Starts an instance with services of the caller's making.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="environment">Clock, ids and loggers.</param>
    /// <param name="services">The services in the order in which they are asked; disposed with the instance.</param>
    /// <returns>The instance, listening.</returns>
    /// <exception cref="ListenException">An address could not be listened on.</exception>
    public static async Task<RustStackHost> StartAsync(
        ServerOptions options, ServiceEnvironment environment, IReadOnlyList<IServiceRouter> services)
    {
        KestrelServer server = WebServer.Create(options.Gateway.Addresses, environment.Loggers);
        try
        {
            await server.StartAsync(new GatewayApplication(new(services, environment)), CancellationToken.None);
            return new(server, services);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            server.Dispose();
            await DisposeAsync(services);
            string addresses = string.Join(", ", options.Gateway.Addresses);
            throw new ListenException($"Cannot listen on {addresses}: {exception.GetBaseException().Message}.", exception);
        }
    }

    /// <summary>Makes the environment of an instance from its settings.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Makes the loggers.</param>
    /// <returns>The environment.</returns>
    public static ServiceEnvironment CreateEnvironment(ServerOptions options, TimeProvider time, ILoggerFactory loggers) =>
        new(options.Gateway.DefaultRegion, time, new IdSource(), loggers) { Credentials = options.Credentials.Keys };

    /// <summary>Stops accepting, lets requests under way finish for <see cref="DrainTime"/>, then disposes the services.</summary>
    /// <returns>A task that ends then.</returns>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource drain = new(DrainTime);
        await _server.StopAsync(drain.Token);
        _server.Dispose();
        await DisposeAsync(_services);
    }

    private static async Task DisposeAsync(IReadOnlyList<IServiceRouter> services)
    {
        foreach (IServiceRouter service in services) await service.DisposeAsync();
    }
}
