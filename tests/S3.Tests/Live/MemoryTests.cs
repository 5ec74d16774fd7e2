using System.Net;

namespace RustStack.S3.Tests.Live;

/// <summary>Bodies stream: many large uploads at once need little memory. Runs alone, since it looks at the heap of the process.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests
{
    private const int Clients = 20;
    private const int Readers = 4;
    private const long BodyBytes = 32 * 1024 * 1024;
    private const long MaxGrowthBytes = Clients * BodyBytes / 5;

    private long _peak;

    [Fact]
    public async Task UploadsAndDownloads_KeepMemoryFlat()
    {
        await using LiveServer server = await LiveServer.StartAsync(maxMemoryBytes: 524_288);
        using HttpClient client = new() { BaseAddress = server.Address };
        using HttpResponseMessage bucket = await client.PutAsync("/bucket", null);
        Assert.Equal(HttpStatusCode.OK, bucket.StatusCode);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => UploadAsync(client, number)));
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(number => DownloadAsync(client, number)));

        Assert.Equal(Clients, server.FileCount);
        Assert.True(_peak - before < MaxGrowthBytes, $"{Clients * BodyBytes} bytes of bodies grew the heap by {_peak - before}.");
    }

    private async Task UploadAsync(HttpClient client, int number)
    {
        using GeneratedContent body = new(BodyBytes, Sample);
        using HttpResponseMessage answer = await client.PutAsync($"/bucket/{number}", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task DownloadAsync(HttpClient client, int number)
    {
        await using Stream body = await client.GetStreamAsync($"/bucket/{number}");
        byte[] buffer = new byte[65_536];
        long total = 0;
        int read;
        while ((read = await body.ReadAsync(buffer)) > 0)
        {
            total += read;
            Sample();
        }

        Assert.Equal(BodyBytes, total);
    }

    private void Sample()
    {
        long now = GC.GetTotalMemory(forceFullCollection: false);
        long peak;
        while (now > (peak = Volatile.Read(ref _peak)) && Interlocked.CompareExchange(ref _peak, now, peak) != peak)
        {
        }
    }
}
