using System.Net.Sockets;

namespace RustStack.Server.Tests.Hosting;

/// <summary>What an instance does with new connections.</summary>
internal static class Connections
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Returns once a new connection is refused: the instance has stopped accepting.</summary>
    public static async Task RefusedAsync(Uri address)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            using TcpClient client = new();
            try
            {
                await client.ConnectAsync(address.Host, address.Port);
            }
            catch (SocketException)
            {
                return;
            }

            await Task.Delay(10);
        }

        Assert.Fail("The instance still accepts connections.");
    }
}
