using System.Collections.Concurrent;
using System.Diagnostics;

namespace RustStack.Server.Tests.Processes;

/// <summary>The built server in a process of its own, with nothing of this environment's settings.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text) _errors.Enqueue(text);
        };
    }

    public IReadOnlyList<string> OutputLines => [.. _output];

    public IReadOnlyList<string> ErrorLines => [.. _errors];

    public Uri Address => new(_output.First(static line => line.StartsWith("Listening on ", StringComparison.Ordinal))["Listening on ".Length..]);

    /// <summary>Starts it with variables such as <c>LOG_LEVEL=debug</c> and arguments that start with dashes.</summary>
    public static ServerProcess Start(params string[] settings) => Run([], settings);

    /// <summary>Starts it with a command, variables and arguments.</summary>
    public static ServerProcess Run(string[] command, params string[] settings)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ruststack.dll"));
        foreach (string word in command) start.ArgumentList.Add(word);
        start.Environment.Clear();
        foreach (string name in (string[])["PATH", "HOME", "DOTNET_ROOT"])
        {
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        }

        foreach (string setting in settings)
        {
            if (setting.StartsWith("--", StringComparison.Ordinal)) start.ArgumentList.Add(setting);
            else start.Environment[setting.Split('=', 2)[0]] = setting.Split('=', 2)[1];
        }

        ServerProcess server = new(Process.Start(start)!);
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Starts it on a free port and returns once it says that it is ready.</summary>
    public static async Task<ServerProcess> StartReadyAsync(params string[] settings)
    {
        ServerProcess server = Start([.. settings, "GATEWAY_LISTEN=127.0.0.1:0"]);
        await server._ready.Task.WaitAsync(Patience);
        return server;
    }

    public async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(null, null)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it has exited and its output is complete.</summary>
    public async Task<int> ExitAsync()
    {
        using CancellationTokenSource patience = new(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (line == "Ready.") _ready.TrySetResult();
    }
}
