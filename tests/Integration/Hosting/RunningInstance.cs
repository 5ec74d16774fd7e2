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
    /// <summary>The trait of tests whose requests are not signed, or not as they claim: they are not for an instance that verifies.</summary>
    public const string Requests = "Requests";

    /// <summary>The value of <see cref="Requests"/>.</summary>
    public const string Unsigned = "unsigned";

    /// <summary>The accounts of clients beside the default one; each is its own access key.</summary>
    private static readonly string[] OtherAccounts =
        ["210000000001", "210000000002", "210000000003", "310000000001", "310000000002"];

    private RustStackHost? _host;
    private string? _directory;
    private int _names;

    /// <summary>Whether the instance verifies signatures: with <c>RUSTSTACK_TEST_SIGNATURES=1</c> in the environment.</summary>
    public static bool VerifiesSignatures { get; } = Environment.GetEnvironmentVariable("RUSTSTACK_TEST_SIGNATURES") == "1";

    /// <summary>Whether the instance saves its state: with <c>RUSTSTACK_TEST_PERSISTENCE=1</c> in the environment.</summary>
    public static bool IsPersistent { get; } = Environment.GetEnvironmentVariable("RUSTSTACK_TEST_PERSISTENCE") == "1";

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Address => Host.Address;

    private RustStackHost Host => _host ?? throw new InvalidOperationException("The instance is not started.");

    /// <summary>A name that no other test has: lower case, fit for buckets and tables.</summary>
    public string NewName(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref _names):d4}");

    public async ValueTask InitializeAsync()
    {
        if (IsPersistent) _directory = Directory.CreateTempSubdirectory("ruststack-test-").FullName;
        var reader = new SettingsReader(Setting);
        ServerOptions options = ServerOptions.Read(reader);
        Assert.Empty(reader.Errors);
        _host = await RustStackHost.StartAsync(
            options, RustStackHost.CreateEnvironment(options, TimeProvider.System, NullLoggerFactory.Instance));
    }

    private string? Setting(string name) => name switch
    {
        "GATEWAY_LISTEN" => "127.0.0.1:0",
        "S3_SKIP_SIGNATURE_VALIDATION" or "DYNAMODB_SKIP_SIGNATURE_VALIDATION" when VerifiesSignatures => "false",
        "PERSISTENCE" when IsPersistent => "1",
        "DATA_DIR" => _directory,
        "ACCESS_KEY" or "SECRET_KEY" => "test",
        "CREDENTIALS" => string.Join(',', OtherAccounts.Select(static account => $"{account}:test")),
        _ => null,
    };

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_directory is not null) Directory.Delete(_directory, recursive: true);
    }
}
