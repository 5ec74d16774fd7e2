using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RustStack.Bench.Driver;

/// <summary>What wrk measured, and what it cost the server.</summary>
internal sealed partial record Load(double RequestsPerSecond, string P50, string P99, double CpuMicroseconds)
{
    /// <summary>Runs wrk against a server from the second core.</summary>
    public static async Task<Load> RunAsync(Server server, string script, int connections, int seconds)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, script);
        double before = server.CpuSeconds;
        string output = await RunAsync(
            "taskset", "-c", "1", "wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "--timeout", "30s", "-s", file, server.Address.ToString());
        double cpu = server.CpuSeconds - before;
        File.Delete(file);
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal))
            throw new InvalidOperationException($"Answers were errors:\n{output}\n{script}");
        return Of(output, cpu);
    }

    /// <summary>Runs the driver's own client against a server from the second core.</summary>
    public static async Task<Load> RunHeadAsync(Server server, string path, int keys, int connections, int seconds)
    {
        double before = server.CpuSeconds;
        string output = await RunAsync("taskset", "-c", "1", Environment.ProcessPath!, HeadLoad.Argument, server.Address.ToString(), path, Text(keys), Text(connections), Text(seconds));
        return Of(output, server.CpuSeconds - before);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Load Of(string output, double cpuSeconds) => new(
        double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture),
        Half().Match(output).Groups[1].Value,
        Most().Match(output).Groups[1].Value,
        cpuSeconds * 1e6 / double.Parse(Requests().Match(output).Groups[1].Value, CultureInfo.InvariantCulture));

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"50%\s+(\d\S+)")]
    private static partial Regex Half();

    [GeneratedRegex(@"99%\s+(\d\S+)")]
    private static partial Regex Most();
}
