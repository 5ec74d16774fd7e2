using RustStack.Core.Options;
using RustStack.Server.Hosting;
using RustStack.Server.Settings;

namespace RustStack.Integration.Hosting;

/// <summary>An instance that verifies signatures and keeps its log: keys <c>test</c>, and <c>alice</c> of account 123456789012.</summary>
public sealed class VerifyingInstance : IAsyncDisposable
{
    private RustStackHost? _host;

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Address => _host?.Address ?? throw new InvalidOperationException("The instance is not started.");

    /// <summary>What it has logged, at every level.</summary>
    public RecordedLog Log { get; } = new();

    public async ValueTask StartAsync()
    {
        var reader = new SettingsReader(static name => name switch
        {
            "GATEWAY_LISTEN" => "127.0.0.1:0",
            "S3_SKIP_SIGNATURE_VALIDATION" or "DYNAMODB_SKIP_SIGNATURE_VALIDATION" => "false",
            "ACCESS_KEY" or "SECRET_KEY" => "test",
            "CREDENTIALS" => "alice:wonder:123456789012",
            _ => null,
        });
        ServerOptions options = ServerOptions.Read(reader);
        Assert.Empty(reader.Errors);
        _host = await RustStackHost.StartAsync(options, RustStackHost.CreateEnvironment(options, TimeProvider.System, Log));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }
}
