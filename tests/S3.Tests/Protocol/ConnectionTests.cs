using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.Core.Routing;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;
using RustStack.S3.Routing;

namespace RustStack.S3.Tests.Protocol;

/// <summary>What happens to a connection when a request is refused before its body was read, as raw bytes over a socket.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _server = Serve();

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("Content-Length: 1000000\r\nExpect: 100-continue\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n")]
    [InlineData("Content-Length: 100000000\r\n\r\npart of it")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\npart\r\n")]
    public async Task RefusedFromItsHead_IsAnsweredWithoutTheBody(string rest)
    {
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, "PUT /bucket?cors HTTP/1.1\r\nHost: localhost\r\n" + rest);
        string answer = await ReadUntilAsync(client, "</Error>");
        Assert.StartsWith("HTTP/1.1 501 Not Implemented\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WantedBody_IsInvited()
    {
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, "PUT /bucket/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await ReadUntilAsync(client, "\r\n\r\n"));
        await SendAsync(client, "body");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await ReadUntilAsync(client, "\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedShortBody_LeavesTheConnectionUsable()
    {
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, "PUT /bucket?cors HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody");
        await SendAsync(client, "HEAD /bucket?cors HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        string answer = await ReadToEndAsync(client);
        Assert.StartsWith("HTTP/1.1 501 Not Implemented\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("</Error>HTTP/1.1 405 Method Not Allowed\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryAnswer_HasOneOfEachCommonHeader()
    {
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        string answer = await ReadToEndAsync(client);
        foreach (string header in (string[])["Date: ", "Server: AmazonS3", "x-amz-request-id: ", "x-amz-id-2: "])
        {
            Assert.Equal(2, answer.Split(header).Length);
        }
    }

    private static WebApplication Serve()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        WebApplication server = builder.Build();
        ServiceEnvironment environment = new("us-east-1", TimeProvider.System, new IdSource(), NullLoggerFactory.Instance);
        S3Router router = new([new Reading()], new(true, true, S3Options.DefaultDomain, 0), environment);
        server.Run(context => router.HandleAsync(
            context, new(router.NewRequestId(), RequestContext.DefaultAccountId, "us-east-1", TimeProvider.System.GetUtcNow())));
        return server;
    }

    private async Task<TcpClient> ConnectAsync()
    {
        TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(_server.Urls.Single()).Port);
        return client;
    }

    private static async Task SendAsync(TcpClient client, string text) => await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<string> ReadToEndAsync(TcpClient client) => await ReadUntilAsync(client, "\0");

    /// <summary>Reads until the text ends in a mark or the connection does.</summary>
    private static async Task<string> ReadUntilAsync(TcpClient client, string mark)
    {
        using CancellationTokenSource patience = new(Patience);
        StringBuilder text = new();
        byte[] buffer = new byte[1];
        while (await client.GetStream().ReadAsync(buffer, patience.Token) > 0)
        {
            text.Append((char)buffer[0]);
            if (text[^1] == mark[^1] && text.ToString().EndsWith(mark, StringComparison.Ordinal)) break;
        }

        return text.ToString();
    }

    private sealed class Reading : PutObjectOperation
    {
        protected override async ValueTask<PutObjectOutput> HandleAsync(
            PutObjectRequest input, S3Exchange exchange, CancellationToken cancellationToken)
        {
            await input.Body.CopyToAsync(Stream.Null, cancellationToken);
            return new();
        }
    }
}
