using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace RustStack.Load;

/// <summary>Loads an instance in several ways, each of which either holds what it has to or says what it found.</summary>
/// <param name="instance">The instance.</param>
/// <param name="time">How long the traffic goes on.</param>
/// <param name="seed">What the traffic comes from.</param>
internal sealed class LoadCheck(Instance instance, TimeSpan time, int seed)
{
    private const int Clients = 500;
    private const int IdleConnections = 2_000;
    private const int SlowReaders = 50;
    private const int LargeObjectBytes = 64 * 1024 * 1024;
    private const long MaxIdleBytes = 32 * 1024;
    private const long MaxSlowBytes = 1024 * 1024;
    private const double MaxGrowth = 1.3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Mixed traffic of both services: every answer is a success, and memory stays what it is after a quarter of the time.</summary>
    public async Task<string?> MixedTrafficAsync()
    {
        using (Connection first = await Connection.OpenAsync(instance.EndPoint))
        {
            foreach (byte[] request in Traffic.Preparation) await first.ExchangeAsync(request);
        }

        Latencies latencies = new();
        ConcurrentQueue<string> errors = new();
        List<long> memory = [];
        Stopwatch watch = Stopwatch.StartNew();
        Task clients = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => RunClientAsync(client, watch, latencies, errors))));
        while (watch.Elapsed < time)
        {
            await Task.Delay(time / 40);
            memory.Add(instance.ResidentBytes);
        }

        await clients;
        long warm = memory.Take(memory.Count / 2).Skip(memory.Count / 8).Max();
        long late = memory.Skip(memory.Count / 2).Max();
        Print($"{Clients} connections, {time.TotalSeconds:F0} s: {latencies.Count} exchanges, {latencies.Count / time.TotalSeconds:F0}/s, {errors.Count} errors, p50 {latencies.Quantile(0.5):F1} ms, p99 {latencies.Quantile(0.99):F1} ms, RSS most {Megabytes(warm)} in the first half, {Megabytes(late)} in the second");
        if (errors.TryDequeue(out string? error)) return error;
        return late <= warm * MaxGrowth ? null : "Memory grows.";
    }

    /// <summary>Connections that have had an answer and say nothing: each costs little.</summary>
    public async Task<string?> IdleConnectionsAsync()
    {
        long before = instance.ResidentBytes;
        List<Connection> connections = [];
        byte[] request = Connection.Request("GET /_localstack/health", "", []);
        for (int i = 0; i < IdleConnections; i++)
        {
            connections.Add(await Connection.OpenAsync(instance.EndPoint));
            if (await connections[^1].ExchangeAsync(request) != 200) return "A connection is refused.";
        }

        long each = (instance.ResidentBytes - before) / IdleConnections;
        foreach (Connection connection in connections) connection.Dispose();
        Print($"{IdleConnections} idle connections: {each} bytes each");
        return each <= MaxIdleBytes ? null : "An idle connection costs too much.";
    }

    /// <summary>Clients that stop reading in the middle of a large object: the rest of it waits in its file.</summary>
    public async Task<string?> SlowReadersAsync()
    {
        using Connection upload = await Connection.OpenAsync(instance.EndPoint);
        await upload.ExchangeAsync(Connection.Request("PUT /load-bucket", "", []));
        if (await upload.ExchangeAsync(Connection.Request("PUT /load-bucket/large", "", new byte[LargeObjectBytes])) != 200) return "The upload is refused.";
        long before = instance.ResidentBytes;
        List<Connection> readers = [];
        for (int i = 0; i < SlowReaders; i++)
        {
            readers.Add(await Connection.OpenAsync(instance.EndPoint, receiveBytes: 8192));
            await readers[^1].SendAsync(Connection.Request("GET /load-bucket/large", "", []));
            using CancellationTokenSource patience = new(Patience);
            await readers[^1].ReceiveAsync(4096, patience.Token);
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        long each = (instance.ResidentBytes - before) / SlowReaders;
        foreach (Connection reader in readers) reader.Dispose();
        Print($"{SlowReaders} readers that have stopped within 64 MiB: {each} bytes each");
        return each <= MaxSlowBytes ? null : "A slow reader pins memory.";
    }

    /// <summary>A request line that never ends is cut off, as is a body that comes too slowly.</summary>
    public async Task<string?> SlowWritersAsync()
    {
        Stopwatch watch = Stopwatch.StartNew();
        (string Name, string Bytes)[] writers =
        [
            ("head", "GET / HTTP/1.1\r\nHost: a\r\n"),
            ("body", "PUT /load-bucket/slow HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc"),
            ("item", "POST / HTTP/1.1\r\nHost: a\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\nContent-Length: 1000\r\n\r\n{"),
        ];
        string?[] findings = await Task.WhenAll(writers.Select(async writer =>
        {
            using Connection connection = await Connection.OpenAsync(instance.EndPoint);
            await connection.SendAsync(Encoding.ASCII.GetBytes(writer.Bytes));
            using CancellationTokenSource patience = new(Patience);
            try
            {
                while (await connection.ReceiveAsync(4096, patience.Token) > 0)
                {
                    // An answer that says why; then the end.
                }
            }
            catch (SocketException)
            {
                // Cut off with bytes unread.
            }
            catch (OperationCanceledException)
            {
                return $"A slow {writer.Name} is not cut off.";
            }

            Print($"slow {writer.Name}: cut off after {watch.Elapsed.TotalSeconds:F0} s");
            return null;
        }));
        return findings.FirstOrDefault(static finding => finding is not null);
    }

    private async Task RunClientAsync(int client, Stopwatch watch, Latencies latencies, ConcurrentQueue<string> errors)
    {
        Random random = new(seed + client);
        try
        {
            using Connection connection = await Connection.OpenAsync(instance.EndPoint);
            while (watch.Elapsed < time)
            {
                byte[] request = Traffic.Next(random);
                TimeSpan start = watch.Elapsed;
                int status = await connection.ExchangeAsync(request);
                latencies.Add(watch.Elapsed - start);
                if (status != 200) errors.Enqueue($"{status} for {Encoding.ASCII.GetString(request, 0, Math.Min(request.Length, 200))}");
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            errors.Enqueue(exception.Message);
        }
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB");

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
