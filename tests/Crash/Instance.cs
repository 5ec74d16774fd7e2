using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.S3;

namespace RustStack.Crash;

/// <summary>A running executable on a state directory, with clients that do not retry.</summary>
internal sealed class Instance : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Instance(Process process, Uri address)
    {
        _process = process;
        Dynamo = new("test", "test", new AmazonDynamoDBConfig
        {
            ServiceURL = address.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            Timeout = Patience,
        });
        S3 = new("test", "test", new AmazonS3Config
        {
            ServiceURL = address.ToString(),
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = true,
            MaxErrorRetry = 0,
            Timeout = Patience,
        });
    }

    public AmazonDynamoDBClient Dynamo { get; }

    public AmazonS3Client S3 { get; }

    /// <summary>Starts the executable and waits until it is ready.</summary>
    public static async Task<Instance> StartAsync(string executable, string directory)
    {
        ProcessStartInfo start = new(executable) { RedirectStandardOutput = true };
        start.Environment["PERSISTENCE"] = "1";
        start.Environment["DATA_DIR"] = directory;
        start.Environment["GATEWAY_LISTEN"] = "127.0.0.1:0";
        Process process = Process.Start(start)!;
        using CancellationTokenSource patience = new(Patience);
        Uri? address = null;
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("Listening on ", StringComparison.Ordinal)) address = new(line["Listening on ".Length..]);
            if (line == "Ready.") return new(process, address!);
        }

        throw new CrashTestException($"The executable did not start: exit code {(process.WaitForExit(1_000) ? process.ExitCode : -1)}.");
    }

    /// <summary>Kills it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as <c>docker stop</c> does.</summary>
    public async Task StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(null, null)]);
        await kill.WaitForExitAsync();
        using CancellationTokenSource patience = new(Patience);
        await _process.WaitForExitAsync(patience.Token);
        if (_process.ExitCode != 0) throw new CrashTestException($"It exited with {_process.ExitCode} when it was asked to stop.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
        Dynamo.Dispose();
        S3.Dispose();
    }
}
