using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.Core.Routing;
using RustStack.Server.Gateway;
using RustStack.Server.Initialization;
using RustStack.Server.Settings;
using RustStack.Storage.Sqlite;

namespace RustStack.Server.Hosting;

/// <summary>A running instance: the services, the gateway and the web server. Tests start one in their own process.</summary>
internal sealed class RustStackHost : IAsyncDisposable
{
    /// <summary>How long requests under way may take to finish once the instance is asked to stop.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    private readonly KestrelServer _server;
    private readonly IReadOnlyList<IServiceRouter> _services;
    private readonly StateDirectory? _state;

    private RustStackHost(KestrelServer server, IReadOnlyList<IServiceRouter> services, StateDirectory? state)
    {
        _server = server;
        _services = services;
        _state = state;
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
    /// <param name="scripts">The scripts that run at the stages of the start and the stop, to tell of them; null for none.</param>
    /// <returns>The instance, listening.</returns>
    /// <exception cref="ListenException">An address could not be listened on.</exception>
    /// <exception cref="StateException">The saved state cannot be used.</exception>
    public static Task<RustStackHost> StartAsync(ServerOptions options, ServiceEnvironment environment, InitScripts? scripts = null)
    {
        StateDirectory? state = OpenState(options.Persistence, environment);
        try
        {
            IReadOnlyList<IServiceRouter> services = ServiceComposition.Create(options, environment, state);
            state?.FinishLoading();
            return StartAsync(options, environment, services, state, scripts);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or JsonException or AwsException)
        {
            state?.Dispose();
            throw new StateException("The saved state is damaged: what it holds makes no sense. Restore it from a backup, or move it away.", exception);
        }
        catch
        {
            state?.Dispose();
            throw;
        }
    }

    /// <summary>Starts an instance with services of the caller's making.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="environment">Clock, ids and loggers.</param>
    /// <param name="services">The services in the order in which they are asked; disposed with the instance.</param>
    /// <param name="state">Where they save; disposed after them. Null when everything is in memory.</param>
    /// <param name="scripts">The scripts that run at the stages of the start and the stop, to tell of them; null for none.</param>
    /// <returns>The instance, listening.</returns>
    /// <exception cref="ListenException">An address could not be listened on.</exception>
    public static async Task<RustStackHost> StartAsync(
        ServerOptions options,
        ServiceEnvironment environment,
        IReadOnlyList<IServiceRouter> services,
        StateDirectory? state = null,
        InitScripts? scripts = null)
    {
        KestrelServer server = WebServer.Create(options.Gateway.Addresses, environment.Loggers);
        try
        {
            RequestGateway gateway = new(services, environment, state, options.NeedsNoSignature, scripts);
            await server.StartAsync(new GatewayApplication(gateway), CancellationToken.None);
            return new(server, services, state);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            server.Dispose();
            await DisposeAsync(services);
            state?.Dispose();
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

    /// <summary>
    /// Stops accepting, lets requests under way finish for <see cref="DrainTime"/>, then disposes the services and saves what waits.
    /// </summary>
    /// <returns>A task that ends then.</returns>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource drain = new(DrainTime);
        await _server.StopAsync(drain.Token);
        _server.Dispose();
        await DisposeAsync(_services);
        _state?.Dispose();
    }

    private static StateDirectory? OpenState(PersistenceOptions options, ServiceEnvironment environment)
    {
        if (!options.Enabled) return null;
        StateOptions state = new(options.ChooseDirectory(Directory.Exists), options.SurvivesPowerLoss);
        return StateDirectory.Open(state, environment.Time, environment.Loggers.CreateLogger("RustStack.State"), environment.Ids);
    }

    private static async Task DisposeAsync(IReadOnlyList<IServiceRouter> services)
    {
        foreach (IServiceRouter service in services) await service.DisposeAsync();
    }
}
