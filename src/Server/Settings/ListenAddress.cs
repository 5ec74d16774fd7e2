using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace RustStack.Server.Settings;

/// <summary>One address to listen on.</summary>
/// <param name="Address">The IP address; null stands for <c>localhost</c>: the loopback addresses of both families.</param>
/// <param name="Port">The port, 0 to 65535; 0 takes a free one.</param>
internal sealed record ListenAddress(IPAddress? Address, int Port)
{
    /// <summary>The port that holds where an address names none.</summary>
    public const int DefaultPort = 4566;

    /// <summary>
    /// Reads <c>ip:port</c>, <c>[ip6]:port</c> or <c>localhost:port</c>; host and port may each be left out, as LocalStack allows it.
    /// </summary>
    /// <param name="text">The text, without white space around it.</param>
    /// <returns>The address, or null when the text has another form.</returns>
    public static ListenAddress? Parse(string text)
    {
        int end = text.StartsWith('[') ? text.IndexOf(']') + 1 : text.IndexOf(':');
        if (end == 0 && text.StartsWith('[')) return null;
        string host = end < 0 ? text : text[..end];
        string rest = end < 0 ? "" : text[end..];
        if (text.Length == 0 || ParsePort(rest) is not { } port) return null;
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return new(null, port);
        return ParseHost(host) is { } address ? new(address, port) : null;
    }

    /// <summary>Whether this address takes every connection that the other would take, so that listening on both would fail.</summary>
    /// <param name="other">Another address.</param>
    /// <returns>True for equal addresses, and for <c>[::]</c> over <c>0.0.0.0</c>: a socket on the former serves both families.</returns>
    public bool Covers(ListenAddress other) =>
        Port == other.Port && Port != 0
        && (Equals(Address, other.Address) || (IPAddress.IPv6Any.Equals(Address) && IPAddress.Any.Equals(other.Address)));

    /// <summary>The address as part of a URL: <c>127.0.0.1:4566</c>, <c>[::]:4566</c>, <c>localhost:4566</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Address is null ? string.Create(CultureInfo.InvariantCulture, $"localhost:{Port}") : new IPEndPoint(Address, Port).ToString();

    private static int? ParsePort(string text)
    {
        if (text.Length == 0) return DefaultPort;
        bool isPort = ushort.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port);
        return isPort && text[0] == ':' ? port : null;
    }

    private static IPAddress? ParseHost(string host)
    {
        if (host.Length == 0) return IPAddress.Any;
        bool bracketed = host[0] == '[';
        if (!bracketed && host.Count('.') != 3) return null;
        if (!IPAddress.TryParse(bracketed ? host[1..^1] : host, out IPAddress? address)) return null;
        return address.AddressFamily == (bracketed ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork) ? address : null;
    }
}
