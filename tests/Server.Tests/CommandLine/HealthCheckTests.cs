using System.Net;
using System.Net.Sockets;
using System.Text;
using RustStack.Server.CommandLine;
using RustStack.Server.Settings;

namespace RustStack.Server.Tests.CommandLine;

public sealed class HealthCheckTests
{
    [Theory]
    [InlineData("0.0.0.0:4566", "http://127.0.0.1:4566/_localstack/health")]
    [InlineData("[::]:1", "http://127.0.0.1:1/_localstack/health")]
    [InlineData("[::1]:1", "http://[::1]:1/_localstack/health")]
    [InlineData("localhost:1", "http://127.0.0.1:1/_localstack/health")]
    [InlineData("10.0.0.1:1", "http://10.0.0.1:1/_localstack/health")]
    public void ListenAddress_GivesUrlOfClient(string address, string url) =>
        Assert.Equal(url, HealthCheck.UrlOf(ListenAddress.Parse(address)!).AbsoluteUri);

    [Theory]
    [InlineData("http://localhost:4566", "http://localhost:4566/_localstack/health")]
    [InlineData("http://localhost:4566/", "http://localhost:4566/_localstack/health")]
    [InlineData("http://127.0.0.1:1/health", "http://127.0.0.1:1/health")]
    [InlineData("https://127.0.0.1:1", null)]
    [InlineData("127.0.0.1:1", null)]
    [InlineData("", null)]
    public void GivenUrl_IsReadOrRefused(string text, string? url) => Assert.Equal(url, HealthCheck.ParseUrl(text)?.AbsoluteUri);

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", null)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", null)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n", "is not healthy: it answered 'HTTP/1.1 503'.")]
    [InlineData("HTTP/1.1", "is not healthy: it answered 'HTTP/1.1'.")]
    [InlineData("", "is not healthy: it answered ''.")]
    public async Task ServerThatClosesItsHalf_IsJudgedByTheStatusLine(string answer, string? problem)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Uri url = new($"http://{listener.LocalEndpoint}/_localstack/health");
        Task<string?> check = HealthCheck.RunAsync(url);
        using Socket peer = await listener.AcceptSocketAsync();
        byte[] request = new byte[4_096];
        int length = await peer.ReceiveAsync(request);
        await peer.SendAsync(Encoding.ASCII.GetBytes(answer));
        peer.Shutdown(SocketShutdown.Send);

        Assert.Equal(problem is null ? null : $"{url} {problem}", await check);
        Assert.StartsWith($"GET /_localstack/health HTTP/1.1\r\nHost: {url.Authority}\r\n", Encoding.ASCII.GetString(request, 0, length), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyListens_SaysSo()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Uri url = new($"http://{listener.LocalEndpoint}/");
        listener.Stop();

        Assert.Equal($"{url} is not healthy: Connection refused.", await HealthCheck.RunAsync(url));
    }
}
