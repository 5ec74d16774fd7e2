using System.Net;
using System.Net.Sockets;
using System.Text;
using RustStack.Server.Tests.Hosting;

namespace RustStack.Server.Tests.Processes;

public sealed class ServerProcessTests
{
    [Theory]
    [InlineData("", "dynamodb, dynamodbstreams, s3", """{"dynamodb":"running","dynamodbstreams":"running","s3":"running"}""")]
    [InlineData("SERVICES= S3 ", "s3", """{"s3":"running"}""")]
    [InlineData("LOCALSTACK_SERVICES=dynamodb", "dynamodb, dynamodbstreams", """{"dynamodb":"running","dynamodbstreams":"running"}""")]
    [InlineData("--services=dynamodbstreams", "dynamodb, dynamodbstreams", """{"dynamodb":"running","dynamodbstreams":"running"}""")]
    public async Task Start_TellsWhatRunsAndEndsWithReady(string setting, string services, string health)
    {
        using ServerProcess server = await ServerProcess.StartReadyAsync(setting.Length == 0 ? [] : [setting]);
        using HttpClient client = new();

        Assert.Equal(
            ["RustStack 0.1.0", $"Services: {services}", $"Listening on {server.Address.GetLeftPart(UriPartial.Authority)}", "Ready."],
            server.OutputLines);
        string answer = await client.GetStringAsync(new Uri(server.Address, "/_localstack/health"));
        Assert.Equal($$"""{"services":{{health}},"edition":"community","version":"0.1.0"}""", answer);
        Assert.Empty(server.ErrorLines);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_LetsTheUploadUnderWayFinishAndExitsWith0(string signal)
    {
        using ServerProcess server = await ServerProcess.StartReadyAsync();
        using (HttpClient client = new())
        {
            using HttpResponseMessage created = await client.PutAsync(new Uri(server.Address, "/bucket"), null);
            Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        }

        using TcpClient upload = new();
        await upload.ConnectAsync(server.Address.Host, server.Address.Port);
        NetworkStream stream = upload.GetStream();
        await stream.WriteAsync("PUT /bucket/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\nExpect: 100-continue\r\n\r\n"u8.ToArray());
        byte[] buffer = new byte[4_096];
        int length = await stream.ReadAsync(buffer);
        Assert.StartsWith("HTTP/1.1 100 Continue", Encoding.ASCII.GetString(buffer, 0, length), StringComparison.Ordinal);

        await server.SignalAsync(signal);
        await Connections.RefusedAsync(server.Address);
        await stream.WriteAsync("complete"u8.ToArray());
        length = await stream.ReadAsync(buffer);

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", Encoding.ASCII.GetString(buffer, 0, length), StringComparison.Ordinal);
        Assert.Equal(0, await server.ExitAsync());
    }

    [Theory]
    [InlineData("--nonsense", "Unknown option '--nonsense'; --help lists every option.")]
    [InlineData("PERSISTENCE=maybe", "PERSISTENCE is 'maybe', but it must be 1, true, yes or on; 0, false, no or off.")]
    [InlineData("LOCALSTACK_LOG_LEVEL=loud", "LOG_LEVEL is 'loud', but it must be error, warn, info, debug or trace.")]
    [InlineData("--health-check=nowhere", "--health-check is given 'nowhere', but it must be a URL such as http://127.0.0.1:4566.")]
    public async Task UnusableSetting_SaysSoAndExitsWith2(string setting, string sentence)
    {
        using ServerProcess server = ServerProcess.Start(setting);

        Assert.Equal(2, await server.ExitAsync());
        Assert.Equal([sentence], server.ErrorLines);
        Assert.Empty(server.OutputLines);
    }

    [Fact]
    public async Task UnknownService_IsWarnedAbout()
    {
        using ServerProcess server = await ServerProcess.StartReadyAsync("SERVICES=sqs,s3");
        await server.SignalAsync("TERM");

        Assert.Equal(0, await server.ExitAsync());
        Assert.Equal(["SERVICES names 'sqs', which is not known and is left out; known are s3, dynamodb and dynamodbstreams."], server.ErrorLines);
    }

    [Fact]
    public async Task AddressInUse_SaysSoAndExitsWith3()
    {
        using TcpListener occupied = new(IPAddress.Loopback, 0);
        occupied.Start();
        using ServerProcess server = ServerProcess.Start($"GATEWAY_LISTEN={occupied.LocalEndpoint}");

        Assert.Equal(3, await server.ExitAsync());
        Assert.Equal([$"Cannot listen on {occupied.LocalEndpoint}: Address already in use."], server.ErrorLines);
    }

    [Fact]
    public async Task HealthCheck_ExitsWith0WhileTheInstanceRunsAndWith1Afterwards()
    {
        using ServerProcess server = await ServerProcess.StartReadyAsync();
        string variable = $"GATEWAY_LISTEN={server.Address.Authority}";

        using ServerProcess byVariable = ServerProcess.Start("--health-check", variable);
        Assert.Equal(0, await byVariable.ExitAsync());
        using ServerProcess byUrl = ServerProcess.Start($"--health-check={server.Address}");
        Assert.Equal(0, await byUrl.ExitAsync());

        await server.SignalAsync("TERM");
        Assert.Equal(0, await server.ExitAsync());
        using ServerProcess afterwards = ServerProcess.Start("--health-check", variable);
        Assert.Equal(1, await afterwards.ExitAsync());
        Assert.Equal([$"{server.Address}_localstack/health is not healthy: Connection refused."], afterwards.ErrorLines);
    }

    [Theory]
    [InlineData("--version", "ruststack 0.1.0")]
    [InlineData("--help", "RustStack 0.1.0: Amazon S3 and DynamoDB in one process")]
    public async Task Question_IsAnsweredOnStandardOutput(string argument, string firstLine)
    {
        using ServerProcess server = ServerProcess.Start(argument, "PERSISTENCE=maybe");

        Assert.Equal(0, await server.ExitAsync());
        Assert.Equal(firstLine, server.OutputLines[0]);
        Assert.Empty(server.ErrorLines);
    }

    [Fact]
    public async Task DebugLevel_LogsEachRequestOnOneLine()
    {
        using ServerProcess server = await ServerProcess.StartReadyAsync("RUST_LOG=gateway=debug");
        using (HttpClient client = new())
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri(server.Address, "/absent?X-Amz-Signature=hidden"));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        await server.SignalAsync("TERM");
        Assert.Equal(0, await server.ExitAsync());
        Assert.Matches(
            """^time=\S+ level=debug category=Gateway request_id=(?<id>[0-9A-F]{16}) msg="Request \k<id>: GET /absent\?X-Amz-Signature -> 404 in \d+\.\d ms"$""",
            Assert.Single(server.ErrorLines));
    }
}
