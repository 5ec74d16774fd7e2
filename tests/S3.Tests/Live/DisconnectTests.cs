using System.Net.Sockets;
using System.Text;

namespace RustStack.S3.Tests.Live;

/// <summary>A client that goes away in the middle of an upload leaves nothing behind.</summary>
public sealed class DisconnectTests
{
    private const int BodyBytes = 1_000_000;

    [Theory]
    [InlineData("Content-Length: 1000000\r\n\r\n", "", false)]
    [InlineData("Content-Length: 1000000\r\n\r\n", "", true)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n", "F4240\r\n", false)]
    [InlineData(
        "Content-Length: 1000100\r\nx-amz-decoded-content-length: 1000000\r\nContent-Encoding: aws-chunked\r\n"
        + "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nx-amz-trailer: x-amz-checksum-crc32\r\n\r\n",
        "F4240\r\n",
        false)]
    public async Task BrokenPut_LeavesNoObjectAndNoFile(string head, string frame, bool resets)
    {
        await using LiveServer server = await LiveServer.StartAsync(maxMemoryBytes: 1000);
        using HttpClient client = new() { BaseAddress = server.Address };
        (await client.PutAsync("/bucket", null)).EnsureSuccessStatusCode();
        await server.WaitForEndAsync("PUT");

        await BreakAsync(server, "/bucket/key", head, frame, resets);

        await server.WaitForEndAsync("PUT");
        Assert.Equal(0, server.FileCount);
        Assert.DoesNotContain("<Contents>", await client.GetStringAsync("/bucket"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenOverwrite_LeavesTheOldObject()
    {
        await using LiveServer server = await LiveServer.StartAsync(maxMemoryBytes: 1000);
        using HttpClient client = new() { BaseAddress = server.Address };
        (await client.PutAsync("/bucket", null)).EnsureSuccessStatusCode();
        (await client.PutAsync("/bucket/key", new ByteArrayContent(new byte[5000]))).EnsureSuccessStatusCode();
        await server.WaitForEndAsync("PUT");
        await server.WaitForEndAsync("PUT");

        await BreakAsync(server, "/bucket/key", "Content-Length: 1000000\r\n\r\n", "");

        await server.WaitForEndAsync("PUT");
        Assert.Equal(1, server.FileCount);
        Assert.Equal(new byte[5000], await client.GetByteArrayAsync("/bucket/key"));
    }

    [Fact]
    public async Task BrokenPart_LeavesNoPart()
    {
        await using LiveServer server = await LiveServer.StartAsync(maxMemoryBytes: 1000);
        using HttpClient client = new() { BaseAddress = server.Address };
        (await client.PutAsync("/bucket", null)).EnsureSuccessStatusCode();
        await server.WaitForEndAsync("PUT");
        string begun = await (await client.PostAsync("/bucket/key?uploads", null)).Content.ReadAsStringAsync();
        string upload = begun.Split("<UploadId>")[1].Split("</UploadId>")[0];

        await BreakAsync(server, $"/bucket/key?partNumber=1&uploadId={upload}", "Content-Length: 1000000\r\n\r\n", "");

        await server.WaitForEndAsync("PUT");
        Assert.Equal(0, server.FileCount);
        string parts = await client.GetStringAsync($"/bucket/key?uploadId={upload}");
        Assert.DoesNotContain("<Part>", parts, StringComparison.Ordinal);
    }

    /// <summary>
    /// Sends half of a body that is long enough for a file, once the server asks for it, then goes away: closing lets the server read to
    /// the end of what came, resetting does not.
    /// </summary>
    private static async Task BreakAsync(LiveServer server, string target, string head, string frame, bool resets = false)
    {
        const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        using TcpClient client = new();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT {target} HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n{head}"));
        byte[] answer = new byte[Continue.Length];
        await stream.ReadExactlyAsync(answer, patience.Token);
        Assert.Equal(Continue, Encoding.ASCII.GetString(answer));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(frame));
        await stream.WriteAsync(new byte[BodyBytes / 2]);
        if (resets) client.LingerState = new LingerOption(enable: true, seconds: 0);
    }
}
