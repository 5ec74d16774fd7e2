using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RustStack.Core.Requests;
using RustStack.Server.Tests.Hosting;

namespace RustStack.Server.Tests.Gateway;

public sealed class RequestGatewayTests
{
    [Theory]
    [InlineData(null, null, "000000000000", "eu-central-1")]
    [InlineData("test", "us-west-2", "000000000000", "us-west-2")]
    [InlineData("123456789012", "us-west-2", "123456789012", "us-west-2")]
    [InlineData("test", "", "000000000000", "eu-central-1")]
    public async Task Request_IsIdentified(string? accessKey, string? region, string accountId, string expectedRegion)
    {
        DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        RequestContext? seen = null;
        FakeService service = new("s3", "/", (_, request) =>
        {
            seen = request;
            return Task.CompletedTask;
        });
        await using TestHost host = await TestHost.StartAsync(new FakeTimeProvider(now), NullLoggerFactory.Instance, service);
        using HttpRequestMessage message = new(HttpMethod.Get, "/bucket");
        string authorization = $"AWS4-HMAC-SHA256 Credential={accessKey}/20260101/{region}/s3/aws4_request, SignedHeaders=host, Signature=00";
        if (accessKey is not null) message.Headers.TryAddWithoutValidation("Authorization", authorization);

        using HttpResponseMessage response = await host.Client.SendAsync(message);

        Assert.Equal(new RequestContext("s3-1", accountId, expectedRegion, now) { Host = host.Client.BaseAddress!.Authority }, seen);
    }

    [Fact]
    public async Task SeveralMatch_FirstAnswers()
    {
        await using TestHost host = await TestHost.StartAsync(Answering("first", "/a"), Answering("second", "/"));

        Assert.Equal("first", await host.Client.GetStringAsync("/a"));
        Assert.Equal("second", await host.Client.GetStringAsync("/b"));
    }

    [Fact]
    public async Task NoneMatches_Answers404ThatSaysSo()
    {
        await using TestHost host = await TestHost.StartAsync(Answering("dynamodb", "/none"));

        using HttpResponseMessage response = await host.Client.PutAsync("/bucket/key?X-Amz-Signature=hidden", null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            """{"message":"No service of this instance answers PUT /bucket/key; it runs: dynamodb."}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Defect_Answers500WithRequestIdAndLogsTheStack()
    {
        RecordingLoggers loggers = new(LogLevel.Information);
        FakeService service = new("s3", "/", static (_, _) => throw new InvalidOperationException("secret detail"));
        await using TestHost host = await TestHost.StartAsync(TimeProvider.System, loggers, service);

        using HttpResponseMessage response = await host.Client.GetAsync("/bucket/key");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("""{"message":"Internal error, request id s3-1."}""", await response.Content.ReadAsStringAsync());
        string line = Assert.Single(loggers.Lines);
        Assert.StartsWith("RustStack.Gateway Error Request s3-1: GET /bucket/key failed unexpectedly System.InvalidOperationException: secret detail", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DefectAfterTheAnswerStarted_BreaksTheConnection()
    {
        FakeService service = new("s3", "/", static async (context, _) =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException("late");
        });
        await using TestHost host = await TestHost.StartAsync(service);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.Client.GetStringAsync("/bucket/key"));
    }

    [Fact]
    public async Task Debug_LogsTheRequestWithoutQueryValues()
    {
        RecordingLoggers loggers = new(LogLevel.Debug);
        await using (TestHost host = await TestHost.StartAsync(TimeProvider.System, loggers, Answering("s3", "/")))
        {
            await host.Client.GetStringAsync("/b/k?X-Amz-Credential=hidden1&X-Amz-Signature=hidden2&versionId=hidden3");
        }

        string line = Assert.Single(loggers.Lines, static line => line.StartsWith("RustStack.Gateway", StringComparison.Ordinal));
        Assert.StartsWith("RustStack.Gateway Debug Request s3-1: GET /b/k?X-Amz-Credential&X-Amz-Signature&versionId -> 200 in ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", string.Concat(loggers.Lines), StringComparison.Ordinal);
    }

    private static FakeService Answering(string name, string prefix) => new(name, prefix, (context, _) => context.Response.WriteAsync(name));
}
