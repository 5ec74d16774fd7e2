using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RustStack.Bench.Driver;

/// <summary>Sends HEAD requests and prints what wrk prints: wrk itself waits for a body that no answer to HEAD has.</summary>
internal static class HeadLoad
{
    private const int BufferBytes = 16 * 1024;

    /// <summary>The first argument of the driver that makes it this client.</summary>
    public const string Argument = "--head";

    /// <summary>Drives a server from every connection, one request after the other.</summary>
    /// <param name="address">The server.</param>
    /// <param name="path">The path, in which <c>@</c> stands for a number below <paramref name="keys"/>.</param>
    /// <param name="keys">How many paths there are.</param>
    /// <param name="connections">How many connections.</param>
    /// <param name="seconds">For how long.</param>
    public static async Task RunAsync(Uri address, string path, int keys, int connections, int seconds)
    {
        byte[][] requests = [.. Enumerable.Range(0, keys).Select(key => Request(address, path, key))];
        long end = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        List<double>[] times = await Task.WhenAll(Enumerable.Range(0, connections).Select(i => Task.Run(() => SendAsync(address, requests, i, end))));
        double[] all = [.. times.SelectMany(static part => part).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"50% {all[all.Length / 2]:f2}us\n99% {all[all.Length * 99 / 100]:f2}us\n{all.Length} requests in {seconds}s\nRequests/sec: {all.Length / (double)seconds:f2}"));
    }

    private static byte[] Request(Uri address, string path, int key) => Encoding.ASCII.GetBytes(
        $"HEAD {path.Replace("@", key.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");

    private static async Task<List<double>> SendAsync(Uri address, byte[][] requests, int first, long end)
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPEndPoint.Parse(address.Authority));
        byte[] buffer = new byte[BufferBytes];
        List<double> times = [];
        for (int i = first; Stopwatch.GetTimestamp() < end; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await socket.SendAsync(requests[i % requests.Length]);
            await ReadAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return times;
    }

    private static async Task ReadAsync(Socket socket, byte[] buffer)
    {
        int length = 0;
        while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8)) length += await socket.ReceiveAsync(buffer.AsMemory(length)) is > 0 and int read
            ? read
            : throw new InvalidOperationException("The server closed the connection.");
        if (!buffer.AsSpan().StartsWith("HTTP/1.1 200 "u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, 0, length));
    }
}
