using Amazon.Runtime;

namespace RustStack.Crash;

/// <summary>Rounds of writing, dying and looking, on one state directory.</summary>
internal sealed class CrashRun(string executable, string directory, int seed, IReadOnlyList<IWorkload> workloads)
{
    private const int RoundsBetweenStops = 10;
    private const int LeastMilliseconds = 100;
    private const int MostMilliseconds = 1_500;

    private readonly Random _random = new(seed);

    public long Acknowledged => workloads.Sum(static workload => workload.Acknowledged);

    /// <summary>Starts the executable, looks, writes for a random while, and ends it.</summary>
    public async Task RoundAsync(int round)
    {
        using Instance instance = await Instance.StartAsync(executable, directory);
        if (round == 0)
        {
            foreach (IWorkload workload in workloads) await workload.PrepareAsync(instance);
        }
        else
        {
            await VerifyAsync(instance);
        }

        bool isStopped = round % RoundsBetweenStops == RoundsBetweenStops - 1;
        await WriteAsync(instance, isStopped);
        using Instance survivor = await Instance.StartAsync(executable, directory);
        await VerifyAsync(survivor);
        await survivor.KillAsync();
    }

    private Task VerifyAsync(Instance instance) => Task.WhenAll(workloads.Select(workload => workload.VerifyAsync(instance)));

    private async Task WriteAsync(Instance instance, bool isStopped)
    {
        using CancellationTokenSource stop = new();
        Task[] writers = [.. workloads.Select(workload => WriteAsync(workload, instance, new(_random.Next()), stop.Token))];
        await Task.Delay(_random.Next(LeastMilliseconds, MostMilliseconds), CancellationToken.None);
        if (isStopped) await instance.StopAsync();
        else await instance.KillAsync();
        await stop.CancelAsync();
        await Task.WhenAll(writers);
    }

    // A writer ends with its first failed call: the instance is gone.
    private static async Task WriteAsync(IWorkload workload, Instance instance, Random random, CancellationToken stop)
    {
        try
        {
            await Task.Run(() => workload.WorkAsync(instance, random, stop), CancellationToken.None);
        }
        catch (AmazonServiceException exception) when (exception.StatusCode != default)
        {
            throw new CrashTestException($"{workload.GetType().Name} was answered {(int)exception.StatusCode} {exception.ErrorCode}: {exception.Message}");
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TaskCanceledException)
        {
            // What was under way is unknown from now on: its register says so.
        }
    }
}
