using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RustStack.Load;

/// <summary>One keep-alive connection with as little of a client as can be, so that the machine is the server's.</summary>
internal sealed class Connection : IDisposable
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Opens a connection.</summary>
    /// <param name="endPoint">Where to.</param>
    /// <param name="receiveBytes">The size of the socket's receive buffer; null for the system's.</param>
    public static async Task<Connection> OpenAsync(IPEndPoint endPoint, int? receiveBytes = null)
    {
        Connection connection = new();
        if (receiveBytes is { } size) connection._socket.ReceiveBufferSize = size;
        await connection._socket.ConnectAsync(endPoint);
        return connection;
    }

    /// <summary>The bytes of a request.</summary>
    public static byte[] Request(string line, string headers, byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"{line} HTTP/1.1\r\nHost: localhost\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    /// <summary>Sends bytes.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await _socket.SendAsync(bytes)..];
    }

    /// <summary>Sends a request and reads its answer to the end.</summary>
    /// <returns>The status.</returns>
    public async ValueTask<int> ExchangeAsync(byte[] request)
    {
        await SendAsync(request);
        int filled = 0;
        int head;
        while ((head = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            int count = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
            if (count == 0) throw new IOException("The connection was closed.");
            filled += count;
        }

        string text = Encoding.ASCII.GetString(_buffer, 0, head);
        long left = LengthOf(text) - (filled - head - 4);
        while (left > 0)
        {
            int count = await _socket.ReceiveAsync(_buffer.AsMemory(0, (int)Math.Min(left, _buffer.Length)));
            if (count == 0) throw new IOException("The connection was closed.");
            left -= count;
        }

        return int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads some bytes; 0 at the end of the connection.</summary>
    public ValueTask<int> ReceiveAsync(int mostBytes, CancellationToken cancellationToken) => _socket.ReceiveAsync(_buffer.AsMemory(0, mostBytes), cancellationToken);

    public void Dispose() => _socket.Dispose();

    private static long LengthOf(string head)
    {
        const string Name = "\r\nContent-Length: ";
        int start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return 0;
        int end = head.IndexOf('\r', start + Name.Length);
        return long.Parse(head.AsSpan((start + Name.Length)..(end < 0 ? head.Length : end)), CultureInfo.InvariantCulture);
    }
}
