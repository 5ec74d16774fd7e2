using System.Net;
using System.Net.Sockets;
using System.Text;
using RustStack.Core.Options;
using RustStack.Server.Hosting;
using RustStack.Server.Settings;

namespace RustStack.Fuzz.Http;

/// <summary>An instance in this process that is sent bytes over connections of its own.</summary>
internal sealed class FuzzedInstance : IAsyncDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(60);

    private readonly RustStackHost _host;

    private FuzzedInstance(RustStackHost host, DefectLog log)
    {
        _host = host;
        Log = log;
    }

    /// <summary>What it has logged as errors.</summary>
    public DefectLog Log { get; }

    /// <summary>Where it listens, without the scheme.</summary>
    public string Authority => _host.Address.Authority;

    /// <summary>Starts one.</summary>
    public static async Task<FuzzedInstance> StartAsync(bool verifiesSignatures)
    {
        var reader = new SettingsReader(name => name switch
        {
            "GATEWAY_LISTEN" => "127.0.0.1:0",
            "S3_SKIP_SIGNATURE_VALIDATION" or "DYNAMODB_SKIP_SIGNATURE_VALIDATION" when verifiesSignatures => "false",
            _ => null,
        });
        ServerOptions options = ServerOptions.Read(reader);
        DefectLog log = new();
        return new(await RustStackHost.StartAsync(options, RustStackHost.CreateEnvironment(options, TimeProvider.System, log)), log);
    }

    /// <summary>
    /// Sends bytes and reads the answer's head. When the instance says nothing, it says that no more bytes will come: the request is not
    /// complete then, and its connection is closed with an answer or without one.
    /// </summary>
    /// <returns>The status of the first answer; null when there was none.</returns>
    public async Task<int?> SendAsync(byte[] bytes)
    {
        using CancellationTokenSource patience = new(Campaign.MaxTime);
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _host.Address.Port), patience.Token);
        using MemoryStream answer = new();
        try
        {
            await socket.SendAsync(bytes, patience.Token);
            byte[] buffer = new byte[8192];
            bool isOpen = true;
            while (true)
            {
                Task<int> read = socket.ReceiveAsync(buffer);
                if (isOpen && await Task.WhenAny(read, Task.Delay(Silence, patience.Token)) != read)
                {
                    socket.Shutdown(SocketShutdown.Send);
                    isOpen = false;
                }

                int count = await read.WaitAsync(patience.Token);
                answer.Write(buffer, 0, count);
                if (count == 0 || StatusOf(answer.GetBuffer().AsSpan(0, (int)answer.Length)) is not null) break;
            }
        }
        catch (SocketException)
        {
            // A server that does not want the rest of a body answers and resets; what it said has been read or is lost.
        }

        return StatusOf(answer.GetBuffer().AsSpan(0, (int)answer.Length));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static int? StatusOf(ReadOnlySpan<byte> answer)
    {
        while (answer.StartsWith("HTTP/1.1 "u8))
        {
            int status = int.Parse(Encoding.ASCII.GetString(answer[9..12]), System.Globalization.NumberStyles.None, null);
            int end = answer.IndexOf("\r\n\r\n"u8);
            if (status >= 200) return status;
            answer = answer[(end + 4)..];
        }

        return null;
    }
}
