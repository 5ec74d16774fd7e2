using System.Net.Sockets;
using System.Text;

namespace RustStack.Integration.RawHttp;

/// <summary>One connection on which a test writes and reads bytes of its own choice.</summary>
public sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly CancellationTokenSource _timeout = new(Patience);
    private NetworkStream? _stream;

    private NetworkStream Stream => _stream ?? throw new InvalidOperationException("The connection is not open.");

    /// <summary>Opens a connection to the instance.</summary>
    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(address.Host, address.Port, connection._timeout.Token);
        connection._stream = connection._client.GetStream();
        return connection;
    }

    /// <summary>Sends a request whose head asks to close the connection, and reads the answer to its end.</summary>
    /// <param name="address">The instance.</param>
    /// <param name="requestLine">Method and target, without the version.</param>
    /// <param name="headers">Header lines; <c>Host</c> and <c>Content-Length</c> are added when they are missing.</param>
    /// <param name="body">The body.</param>
    public static async Task<RawAnswer> SendAsync(
        Uri address, string requestLine, IReadOnlyList<string>? headers = null, byte[]? body = null)
    {
        using RawConnection connection = await OpenAsync(address);
        await connection.WriteAsync([.. Head(address, requestLine, headers ?? [], body?.Length), .. body ?? []]);
        return await connection.ReadToEndAsync();
    }

    /// <summary>The bytes of a request's head.</summary>
    /// <param name="address">The instance.</param>
    /// <param name="requestLine">Method and target, without the version.</param>
    /// <param name="headers">Header lines; sent as UTF-8.</param>
    /// <param name="bodyLength">The <c>Content-Length</c> to state, or null to state none.</param>
    public static byte[] Head(Uri address, string requestLine, IReadOnlyList<string> headers, long? bodyLength)
    {
        var head = new StringBuilder().Append(requestLine).Append(" HTTP/1.1\r\n");
        bool namesHost = headers.Any(static line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase));
        if (!namesHost) head.Append($"Host: {address.Authority}\r\n");
        foreach (string line in headers) head.Append(line).Append("\r\n");
        if (bodyLength is not null) head.Append($"Content-Length: {bodyLength}\r\n");
        return Encoding.UTF8.GetBytes(head.Append("Connection: close\r\n\r\n").ToString());
    }

    /// <summary>Writes bytes at once.</summary>
    public async Task WriteAsync(byte[] bytes) => await Stream.WriteAsync(bytes, _timeout.Token);

    /// <summary>Writes bytes one by one, each in a packet of its own.</summary>
    public async Task WriteByteByByteAsync(byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++) await Stream.WriteAsync(bytes.AsMemory(i, 1), _timeout.Token);
    }

    /// <summary>Reads exactly as many bytes as text has, and gives them.</summary>
    public async Task<string> ReadTextAsync(int length)
    {
        byte[] bytes = new byte[length];
        await Stream.ReadExactlyAsync(bytes, _timeout.Token);
        return Encoding.ASCII.GetString(bytes);
    }

    /// <summary>Says that nothing more will be written.</summary>
    public void FinishWriting() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Reads the answer to the end of the connection, which may be a reset when the request's body was not wanted.</summary>
    public async Task<RawAnswer> ReadToEndAsync()
    {
        using var bytes = new MemoryStream();
        try
        {
            await Stream.CopyToAsync(bytes, _timeout.Token);
        }
        catch (IOException) when (bytes.Length > 0)
        {
            return RawAnswer.Parse(bytes.ToArray());
        }

        return RawAnswer.Parse(bytes.ToArray());
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _client.Dispose();
        _timeout.Dispose();
    }
}
