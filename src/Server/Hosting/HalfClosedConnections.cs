using Microsoft.AspNetCore.Connections;

namespace RustStack.Server.Hosting;

/// <summary>
/// Answers clients that close their sending half once the request is sent, as simple health checks do: Kestrel takes that for a client that
/// has gone and drops the answer. A connection middleware holds the news back for <see cref="Grace"/>; a client that has really gone shows
/// when it is written to or its body ends early, and at the latest when the time is up.
/// </summary>
internal static class HalfClosedConnections
{
    /// <summary>How long a request goes on after its client has closed its half.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>The middleware.</summary>
    /// <param name="next">What serves the connection.</param>
    /// <returns>What serves the connection and holds the news back.</returns>
    public static ConnectionDelegate Serve(ConnectionDelegate next) => connection => ServeAsync(connection, next);

    private static async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        using CancellationTokenSource closed = new();
        await using CancellationTokenRegistration news = connection.ConnectionClosed.UnsafeRegister(
            static state => ((CancellationTokenSource)state!).CancelAfter(Grace), closed);
        connection.ConnectionClosed = closed.Token;
        await next(connection);
    }
}
