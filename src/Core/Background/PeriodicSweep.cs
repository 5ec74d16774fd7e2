namespace RustStack.Core.Background;

/// <summary>
/// Work that comes round: a pass every period of a <see cref="TimeProvider"/>, one at a time. A pass does a bounded piece of work without
/// waiting; what it leaves is for the next one. An exception of a pass is reported and the next pass comes all the same.
/// </summary>
public sealed class PeriodicSweep : IAsyncDisposable
{
    private readonly Action _pass;
    private readonly Action<Exception> _failed;
    private readonly ITimer _timer;
    private int _running;

    /// <summary>Starts the sweep; its first pass comes after one period.</summary>
    /// <param name="time">The clock that tells when a period is over.</param>
    /// <param name="period">The time between two passes; more than zero.</param>
    /// <param name="pass">The work of one pass.</param>
    /// <param name="failed">Receives the exception of a pass that failed.</param>
    public PeriodicSweep(TimeProvider time, TimeSpan period, Action pass, Action<Exception> failed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        _pass = pass;
        _failed = failed;
        _timer = time.CreateTimer(static sweep => ((PeriodicSweep)sweep!).Run(), this, period, period);
    }

    /// <summary>Ends the sweep; when the task ends, no pass is under way and none will come.</summary>
    /// <returns>A task that ends then.</returns>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    // A pass that takes longer than a period is not joined by a second one.
    private void Run()
    {
        if (Interlocked.Exchange(ref _running, 1) == 1) return;
        try
        {
            _pass();
        }
#pragma warning disable CA1031 // An exception on the timer's thread would end the process; it is reported instead.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failed(exception);
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }
}
