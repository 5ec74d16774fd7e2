using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Options;
using RustStack.Server.Hosting;
using RustStack.Server.Settings;

namespace RustStack.Integration.Hosting;

/// <summary>An instance of a test's own that saves to a folder of its own, and can be stopped and started again.</summary>
internal sealed class RestartableInstance : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ruststack-restart-");
    private RustStackHost? _host;

    /// <summary>Where it listens; another port after each start.</summary>
    public Uri Address => _host!.Address;

    /// <summary>The folder of its state.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Stops the instance, if it runs, and starts it.</summary>
    public async Task StartAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        var reader = new SettingsReader(name => name switch
        {
            "GATEWAY_LISTEN" => "127.0.0.1:0",
            "PERSISTENCE" => "1",
            "PERSISTENCE_SYNC" => "normal",
            "DATA_DIR" => _folder.FullName,
            _ => null,
        });
        ServerOptions options = ServerOptions.Read(reader);
        Assert.Empty(reader.Errors);
        _host = await RustStackHost.StartAsync(
            options, RustStackHost.CreateEnvironment(options, TimeProvider.System, NullLoggerFactory.Instance));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
