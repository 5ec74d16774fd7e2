using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using RustStack.Server.Settings;

namespace RustStack.Server.Hosting;

/// <summary>Kestrel, made by hand with limits that fit AWS's clients: no host builder, no configuration, no service container.</summary>
internal static class WebServer
{
    /// <summary>
    /// Longest request line. A key of 1,024 bytes takes 3 KiB percent-encoded; a presigned query carries a session token of several.
    /// </summary>
    public const int MaxRequestLineBytes = 64 * 1024;

    /// <summary>Most bytes of request headers: AWS's 8 KiB with user metadata, and room for session tokens and what proxies add.</summary>
    public const int MaxRequestHeadersBytes = 64 * 1024;

    /// <summary>Most request headers: 2 KiB of user metadata can be several hundred.</summary>
    public const int MaxRequestHeaders = 1_024;

    /// <summary>Most connections at once; one that says nothing takes some 10 KB. A further one is closed.</summary>
    public const int MaxConnections = 10_000;

    /// <summary>How long a connection may say nothing between two requests.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(3);

    /// <summary>How long the head of a request may take to come.</summary>
    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Slowest upload: 240 bytes a second, once half a minute has passed.</summary>
    public static readonly MinDataRate SlowestUpload = new(240, TimeSpan.FromSeconds(30));

    /// <summary>Slowest download: a reader may pause for two minutes, as one that works on what it streams does.</summary>
    public static readonly MinDataRate SlowestDownload = new(1, TimeSpan.FromMinutes(2));

    /// <summary>Makes a server that does not listen yet.</summary>
    /// <param name="addresses">Where it is to listen.</param>
    /// <param name="loggers">Makes its loggers.</param>
    /// <returns>The server.</returns>
    public static KestrelServer Create(IReadOnlyList<ListenAddress> addresses, ILoggerFactory loggers)
    {
        KestrelServerOptions options = new() { AddServerHeader = false, AllowSynchronousIO = false };
        options.ConfigureEndpointDefaults(static endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1;
            endpoint.Use(HalfClosedConnections.Serve);
        });
        options.ResponseHeaderEncodingSelector = static _ => Encoding.UTF8;
        options.Limits.MaxConcurrentConnections = MaxConnections;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        options.Limits.MaxRequestHeadersTotalSize = MaxRequestHeadersBytes;
        options.Limits.MaxRequestHeaderCount = MaxRequestHeaders;
        options.Limits.KeepAliveTimeout = KeepAlive;
        options.Limits.RequestHeadersTimeout = HeadersTimeout;
        options.Limits.MinRequestBodyDataRate = SlowestUpload;
        options.Limits.MinResponseDataRate = SlowestDownload;
        foreach (ListenAddress address in addresses) Listen(options, address);
        return new(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers), loggers);
    }

    /// <summary>Where a started server listens, with the ports that it took.</summary>
    /// <param name="server">The server.</param>
    /// <returns>One URL for each address.</returns>
    public static IReadOnlyList<Uri> AddressesOf(KestrelServer server) =>
        [.. server.Features.Get<IServerAddressesFeature>()!.Addresses.Select(static address => new Uri(address))];

    private static void Listen(KestrelServerOptions options, ListenAddress address)
    {
        if (address.Address is { } ip) options.Listen(ip, address.Port);
        else if (address.Port == 0) options.Listen(IPAddress.Loopback, 0);
        else options.ListenLocalhost(address.Port);
    }
}
