using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using RustStack.Server.Settings;

namespace RustStack.Server.CommandLine;

/// <summary>
/// Asks an instance whether it is healthy, over a bare socket: an HTTP client would be the largest part of this program. The first line
/// of the answer decides, so it does not matter how either side closes.
/// </summary>
internal static class HealthCheck
{
    /// <summary>The longest that a check takes.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private const string DefaultPath = "/_localstack/health";
    private const int StatusLineLength = 12;

    /// <summary>The URL of the instance that the settings describe, as a client on the same machine reaches it.</summary>
    /// <param name="address">The first address that it listens on.</param>
    /// <returns>The URL.</returns>
    public static Uri UrlOf(ListenAddress address)
    {
        IPEndPoint endpoint = new(address.Address ?? IPAddress.Loopback, address.Port);
        return new(LocalUrlOf(new($"http://{endpoint}")), DefaultPath);
    }

    /// <summary>The URL by which a client on the same machine reaches an address that is listened on.</summary>
    /// <param name="address">The address, which may stand for every address of the machine.</param>
    /// <returns>The URL, without a path.</returns>
    public static Uri LocalUrlOf(Uri address)
    {
        bool isAny = IPAddress.TryParse(address.DnsSafeHost, out IPAddress? host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any));
        return isAny ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri : address;
    }

    /// <summary>Reads a URL that was given.</summary>
    /// <param name="text">The text: <c>http://HOST[:PORT][/PATH]</c>.</param>
    /// <returns>The URL, with the health endpoint's path where it has none; null when it has another form.</returns>
    public static Uri? ParseUrl(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttp) return null;
        return url.PathAndQuery == "/" ? new(url, DefaultPath) : url;
    }

    /// <summary>Asks.</summary>
    /// <param name="url">The URL to ask.</param>
    /// <returns>Null when the answer is 200, else one sentence that says what was wrong.</returns>
    public static async Task<string?> RunAsync(Uri url)
    {
        using CancellationTokenSource timeout = new(Timeout);
        try
        {
            string statusLine = await AskAsync(url, timeout.Token);
            return statusLine is "HTTP/1.1 200" or "HTTP/1.0 200" ? null : $"{url} is not healthy: it answered '{statusLine}'.";
        }
        catch (OperationCanceledException)
        {
            return $"{url} is not healthy: no answer within {Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.";
        }
        catch (SocketException exception)
        {
            return $"{url} is not healthy: {exception.Message}.";
        }
    }

    private static async Task<string> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(EndPointOf(url), cancellationToken);
        byte[] request = Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nConnection: close\r\n\r\n");
        for (int sent = 0; sent < request.Length;) sent += await socket.SendAsync(request.AsMemory(sent), cancellationToken);
        byte[] answer = new byte[StatusLineLength];
        int length = 0;
        while (length < answer.Length)
        {
            int received = await socket.ReceiveAsync(answer.AsMemory(length), cancellationToken);
            if (received == 0) break;
            length += received;
        }

        return Encoding.ASCII.GetString(answer, 0, length);
    }

    /// <summary>Knows localhost by itself: in an empty root file system nothing resolves names.</summary>
    private static EndPoint EndPointOf(Uri url)
    {
        if (url.IsLoopback && url.HostNameType == UriHostNameType.Dns) return new IPEndPoint(IPAddress.Loopback, url.Port);
        bool isAddress = IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address);
        return isAddress ? new IPEndPoint(address!, url.Port) : new DnsEndPoint(url.DnsSafeHost, url.Port);
    }
}
