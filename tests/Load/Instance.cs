using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace RustStack.Load;

/// <summary>A running executable, and what the system says of its memory.</summary>
internal sealed class Instance : IDisposable
{
    private readonly Process _process;

    private Instance(Process process, Uri address)
    {
        _process = process;
        EndPoint = new(IPAddress.Loopback, address.Port);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The memory that it has in RAM, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            string line = File.ReadLines($"/proc/{_process.Id}/status").First(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line["VmRSS:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) * 1024;
        }
    }

    /// <summary>Starts the executable and waits until it is ready.</summary>
    public static async Task<Instance> StartAsync(string executable)
    {
        ProcessStartInfo start = new(executable) { RedirectStandardOutput = true };
        start.Environment["GATEWAY_LISTEN"] = "127.0.0.1:0";
        Process process = Process.Start(start)!;
        Uri? address = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Listening on ", StringComparison.Ordinal)) address = new(line["Listening on ".Length..]);
            if (line == "Ready.") return new(process, address!);
        }

        throw new InvalidOperationException("The executable did not start.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
