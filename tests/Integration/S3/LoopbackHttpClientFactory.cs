using System.Net.Sockets;
using Amazon.Runtime;

namespace RustStack.Integration.S3;

/// <summary>Makes HTTP clients that reach the instance whatever host a URL names, as a resolver entry would.</summary>
internal sealed class LoopbackHttpClientFactory(Uri address) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var client = new TcpClient { NoDelay = true };
                await client.ConnectAsync(address.Host, address.Port, cancellationToken);
                return client.GetStream();
            },
        };
        return new HttpClient(handler, disposeHandler: true);
    }
}
