using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Server.Hosting;
using RustStack.Server.Settings;
using RustStack.Server.Tests.Settings;

namespace RustStack.Server.Tests.Hosting;

public sealed class RustStackHostTests
{
    [Fact]
    public async Task Dispose_LetsTheRequestUnderWayFinishThenDisposesTheServices()
    {
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool disposedWhileUnderWay = true;
        FakeService? service = null;
        service = new("s3", "/", async (context, _) =>
        {
            entered.SetResult();
            await released.Task;
            disposedWhileUnderWay = service!.Disposed;
            await context.Response.WriteAsync("finished");
        });
        TestHost host = await TestHost.StartAsync(service);

        Task<string> answer = host.Client.GetStringAsync("/slow");
        await entered.Task;
        Task disposing = host.Host.DisposeAsync().AsTask();
        await Connections.RefusedAsync(host.Host.Address);
        Assert.False(disposing.IsCompleted);
        released.SetResult();

        Assert.Equal("finished", await answer);
        await disposing;
        Assert.False(disposedWhileUnderWay);
        Assert.True(service.Disposed);
    }

    [Fact]
    public async Task AddressInUse_SaysSoAndDisposesTheServices()
    {
        using TcpListener occupied = new(IPAddress.Loopback, 0);
        occupied.Start();
        ServerOptions options = OptionsReader.ReadUsable($"GATEWAY_LISTEN={occupied.LocalEndpoint}");
        FakeService service = new("s3", "/", static (_, _) => Task.CompletedTask);

        ListenException thrown = await Assert.ThrowsAsync<ListenException>(() => RustStackHost.StartAsync(
            options, RustStackHost.CreateEnvironment(options, TimeProvider.System, NullLoggerFactory.Instance), [service]));

        Assert.Equal($"Cannot listen on {occupied.LocalEndpoint}: Address already in use.", thrown.Message);
        Assert.True(service.Disposed);
    }

    [Fact]
    public async Task SeveralAddresses_AreAllServed()
    {
        ServerOptions options = OptionsReader.ReadUsable("GATEWAY_LISTEN=127.0.0.1:0,localhost:0");
        await using RustStackHost host = await RustStackHost.StartAsync(
            options, RustStackHost.CreateEnvironment(options, TimeProvider.System, NullLoggerFactory.Instance), []);
        using HttpClient client = new();

        Assert.Equal(2, host.Addresses.Distinct().Count());
        foreach (Uri address in host.Addresses) Assert.NotEmpty(await client.GetStringAsync(new Uri(address, "/health")));
    }

    [Fact]
    public async Task ClientThatGoesDuringADownload_EndsIt()
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        byte[] chunk = new byte[64 * 1024];
        await using TestHost host = await TestHost.StartAsync(new FakeService("s3", "/", async (context, _) =>
        {
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(chunk, CancellationToken.None);
            ended.SetResult();
        }));

        using (HttpResponseMessage response = await host.Client.GetAsync("/endless", HttpCompletionOption.ResponseHeadersRead))
        {
            Stream body = await response.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[1_000_000]);
        }

        await ended.Task.WaitAsync(HalfClosedConnections.Grace);
    }

    [Fact]
    public async Task ClientThatGoesDuringAnUpload_EndsIt()
    {
        TaskCompletionSource<Exception> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using TestHost host = await TestHost.StartAsync(new FakeService("s3", "/", async (context, _) =>
        {
            Exception? thrown = await Record.ExceptionAsync(() => context.Request.Body.CopyToAsync(Stream.Null));
            failed.SetResult(thrown!);
        }));

        using (TcpClient client = new())
        {
            await client.ConnectAsync(host.Host.Address.Host, host.Host.Address.Port);
            await client.GetStream().WriteAsync("PUT /b/k HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhalf"u8.ToArray());
        }

        Exception exception = await failed.Task.WaitAsync(HalfClosedConnections.Grace);
        Assert.Equal("Unexpected end of request content.", Assert.IsType<BadHttpRequestException>(exception, exactMatch: false).Message);
    }

    [Theory]
    [InlineData(500, 4_000, HttpStatusCode.OK)]
    [InlineData(2_000, 10, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    [InlineData(1, 70_000, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    public async Task Headers_AreTakenUpToTheLimits(int count, int totalBytes, HttpStatusCode expected)
    {
        await using TestHost host = await TestHost.StartAsync(new FakeService("s3", "/", static (_, _) => Task.CompletedTask));
        using HttpRequestMessage request = new(HttpMethod.Get, "/bucket/key");
        for (int i = 0; i < count; i++) request.Headers.Add($"x-amz-meta-{i}", new string('v', Math.Max(1, totalBytes / count)));

        using HttpResponseMessage response = await host.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }
}
