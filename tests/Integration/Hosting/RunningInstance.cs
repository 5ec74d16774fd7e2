using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Options;
using RustStack.Integration.Hosting;
using RustStack.Server.Hosting;
using RustStack.Server.Settings;

[assembly: AssemblyFixture(typeof(RunningInstance))]

namespace RustStack.Integration.Hosting;

/// <summary>The one instance that every test talks to, over HTTP. Each test owns its bucket or table, so all run in parallel.</summary>
public sealed class RunningInstance : IAsyncLifetime
{
    private RustStackHost? _host;
    private int _names;

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Address => Host.Address;

    private RustStackHost Host => _host ?? throw new InvalidOperationException("The instance is not started.");

    /// <summary>A name that no other test has: lower case, fit for buckets and tables.</summary>
    public string NewName(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref _names):d4}");

    public async ValueTask InitializeAsync()
    {
        var reader = new SettingsReader(static name => name == "GATEWAY_LISTEN" ? "127.0.0.1:0" : null);
        ServerOptions options = ServerOptions.Read(reader);
        Assert.Empty(reader.Errors);
        _host = await RustStackHost.StartAsync(
            options, RustStackHost.CreateEnvironment(options, TimeProvider.System, NullLoggerFactory.Instance));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }
}
