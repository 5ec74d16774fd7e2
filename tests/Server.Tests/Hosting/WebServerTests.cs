using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Server.Hosting;

namespace RustStack.Server.Tests.Hosting;

public sealed class WebServerTests
{
    [Fact]
    public void Limits_AreTheServers()
    {
        using KestrelServer server = WebServer.Create([], NullLoggerFactory.Instance);
        KestrelServerLimits limits = server.Options.Limits;

        Assert.Equal(10_000, limits.MaxConcurrentConnections);
        Assert.Equal(65_536, limits.MaxRequestLineSize);
        Assert.Equal(65_536, limits.MaxRequestHeadersTotalSize);
        Assert.Equal(1_024, limits.MaxRequestHeaderCount);
        Assert.Equal(TimeSpan.FromMinutes(3), limits.KeepAliveTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), limits.RequestHeadersTimeout);
        Assert.Equal((240, TimeSpan.FromSeconds(30)), (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
        Assert.Equal((1, TimeSpan.FromMinutes(2)), (limits.MinResponseDataRate!.BytesPerSecond, limits.MinResponseDataRate.GracePeriod));
        Assert.Null(limits.MaxRequestBodySize);
        Assert.False(server.Options.AddServerHeader);
    }

    [Theory]
    [InlineData(60_000, HttpStatusCode.OK)]
    [InlineData(70_000, HttpStatusCode.RequestUriTooLong)]
    public async Task RequestLine_IsTakenUpToTheLimit(int length, HttpStatusCode expected)
    {
        await using TestHost host = await TestHost.StartAsync(new FakeService("s3", "/", static (_, _) => Task.CompletedTask));

        using HttpResponseMessage response = await host.Client.GetAsync(new Uri("/bucket/key?a=" + new string('a', length), UriKind.Relative));

        Assert.Equal(expected, response.StatusCode);
    }
}
