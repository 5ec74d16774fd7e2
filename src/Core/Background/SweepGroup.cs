namespace RustStack.Core.Background;

/// <summary>Sweeps of one service, which end together.</summary>
/// <param name="sweeps">The sweeps.</param>
public sealed class SweepGroup(IReadOnlyList<PeriodicSweep> sweeps) : IAsyncDisposable
{
    /// <summary>Ends the sweeps; when the task ends, no pass is under way and none will come.</summary>
    /// <returns>A task that ends then.</returns>
    public async ValueTask DisposeAsync()
    {
        foreach (PeriodicSweep sweep in sweeps) await sweep.DisposeAsync().ConfigureAwait(false);
    }
}
