using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace RustStack.Bench.Driver;

/// <summary>A server process on a core of its own.</summary>
internal sealed class Server : IDisposable
{
    private const double TicksPerSecond = 100;
    private const int UserTimeField = 11;
    private const int SystemTimeField = 12;

    private readonly Process _process;

    private Server(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>The processor time that the process has used, in seconds.</summary>
    public double CpuSeconds
    {
        get
        {
            string stat = File.ReadAllText($"/proc/{Id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (double.Parse(fields[UserTimeField], CultureInfo.InvariantCulture) + double.Parse(fields[SystemTimeField], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    /// <summary>The memory that the process has in use, in bytes.</summary>
    public long ResidentBytes => 1024 * long.Parse(
        File.ReadLines($"/proc/{Id}/status").First(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    private string Id => _process.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Starts an executable on the first core.</summary>
    public static async Task<Server> StartAsync(string executable, string cores = "0", params (string Name, string Value)[] settings)
    {
        ProcessStartInfo start = new("taskset", ["-c", cores, executable]) { RedirectStandardOutput = true };
        start.Environment["GATEWAY_LISTEN"] = "127.0.0.1:0";
        start.Environment["LOG_LEVEL"] = "warn";
        foreach ((string name, string value) in settings) start.Environment[name] = value;
        Process process = Process.Start(start)!;
        Uri? address = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Listening on ", StringComparison.Ordinal)) address = new(line["Listening on ".Length..]);
            if (line == "Ready.") return new(process, address!);
        }

        throw new InvalidOperationException($"{executable} did not start.");
    }

    /// <summary>Calls DynamoDB and expects success.</summary>
    public async Task<byte[]> DynamoAsync(string operation, string json)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/") { Content = new StringContent(json, Encoding.UTF8, "application/x-amz-json-1.0") };
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810." + operation);
        return await SendAsync(request);
    }

    /// <summary>Calls S3 and expects success.</summary>
    public async Task<byte[]> S3Async(HttpMethod method, string path, HttpContent? content = null, string? range = null)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        return await SendAsync(request);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Http.Dispose();
    }

    private async Task<byte[]> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Http.SendAsync(request);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode
            ? body
            : throw new InvalidOperationException($"{request.Method} {request.RequestUri}: {(int)response.StatusCode} {Encoding.UTF8.GetString(body)}");
    }
}
