using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RustStack.Server.Tests.Hosting;

namespace RustStack.Server.Tests.Gateway;

public sealed class InstanceEndpointsTests
{
    private const string Health = """{"services":{"dynamodb":"running","s3":"running"},"edition":"community","version":"0.1.0"}""";

    [Theory]
    [InlineData("/_localstack/health")]
    [InlineData("/_localstack/health?reload")]
    [InlineData("/_health")]
    [InlineData("/health")]
    [InlineData("/minio/health/live")]
    [InlineData("/minio/health/ready")]
    [InlineData("/minio/health/cluster")]
    public async Task Health_AnswersGetAndHead(string path)
    {
        await using TestHost host = await StartAsync();

        using HttpResponseMessage get = await host.Client.GetAsync(path);
        using HttpRequestMessage headRequest = new(HttpMethod.Head, path);
        using HttpResponseMessage head = await host.Client.SendAsync(headRequest);

        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal("application/json", get.Content.Headers.ContentType?.ToString());
        Assert.Equal(Health, await get.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(Health.Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("GET", "/health/", null)]
    [InlineData("GET", "/health/key", null)]
    [InlineData("GET", "/health?list-type=2", null)]
    [InlineData("GET", "/Health", null)]
    [InlineData("GET", "/minio", null)]
    [InlineData("GET", "/minio/health/other", null)]
    [InlineData("PUT", "/health", null)]
    [InlineData("DELETE", "/health", null)]
    [InlineData("POST", "/_localstack/health", null)]
    [InlineData("GET", "/_localstack/init/unknown", null)]
    [InlineData("HEAD", "/health", "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00")]
    [InlineData("GET", "/health", "AWS AKID:c2ln")]
    [InlineData("GET", "/health?X-Amz-Credential=AKID%2F20260101%2Fus-east-1%2Fs3%2Faws4_request", null)]
    public async Task WhatCouldBeABucket_IsLeftToTheServices(string method, string path, string? authorization)
    {
        await using TestHost host = await StartAsync();
        using HttpRequestMessage request = new(new(method), path);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using HttpResponseMessage response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Health_AuthorizedForAProxy_Answers()
    {
        await using TestHost host = await StartAsync();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "x");

        Assert.Equal(Health, await host.Client.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Info_HasLocalStacksShape()
    {
        FakeTimeProvider time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using TestHost host = await TestHost.StartAsync(time, NullLoggerFactory.Instance);
        time.Advance(TimeSpan.FromSeconds(90.5));

        using JsonDocument info = JsonDocument.Parse(await host.Client.GetStringAsync("/_localstack/info"));

        Assert.Equal(
            ["version", "edition", "is_license_activated", "session_id", "machine_id", "system", "is_docker", "server_time_utc", "uptime"],
            info.RootElement.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("0.1.0", info.RootElement.GetProperty("version").GetString());
        Assert.Equal("2026-01-01T00:01:30", info.RootElement.GetProperty("server_time_utc").GetString());
        Assert.Equal(90, info.RootElement.GetProperty("uptime").GetInt32());
        Assert.True(Guid.TryParse(info.RootElement.GetProperty("session_id").GetString(), out _));
    }

    [Theory]
    [InlineData("/_localstack/init", """{"completed":{"BOOT":true,"START":true,"READY":true,"SHUTDOWN":false},"scripts":[]}""")]
    [InlineData("/_localstack/init/ready", """{"completed":true,"scripts":[]}""")]
    [InlineData("/_localstack/init/SHUTDOWN", """{"completed":false,"scripts":[]}""")]
    public async Task Init_HasLocalStacksShape(string path, string body)
    {
        await using TestHost host = await StartAsync();

        Assert.Equal(body, await host.Client.GetStringAsync(path));
    }

    [Fact]
    public async Task ClientThatClosesItsHalf_IsAnswered()
    {
        await using TestHost host = await StartAsync();
        for (int round = 0; round < 50; round++)
        {
            using TcpClient client = new();
            await client.ConnectAsync(host.Host.Address.Host, host.Host.Address.Port);
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync("GET /_localstack/health HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            client.Client.Shutdown(SocketShutdown.Send);
            using StreamReader reader = new(stream, Encoding.ASCII);
            string answer = await reader.ReadToEndAsync();

            Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
            Assert.EndsWith(Health, answer, StringComparison.Ordinal);
        }
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(
        new FakeService("dynamodb", "/none", static (_, _) => Task.CompletedTask),
        new FakeService("s3", "/", static (context, _) =>
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        }));
}
