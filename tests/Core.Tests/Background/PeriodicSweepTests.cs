using Microsoft.Extensions.Time.Testing;
using RustStack.Core.Background;

namespace RustStack.Core.Tests.Background;

public sealed class PeriodicSweepTests
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly List<Exception> _failures = [];
    private int _passes;

    [Fact]
    public async Task PeriodIsOver_RunsAPass()
    {
        await using PeriodicSweep sweep = new(_time, Period, () => _passes++, _failures.Add);
        Assert.Equal(0, _passes);
        _time.Advance(Period);
        Assert.Equal(1, _passes);
        _time.Advance(Period * 3);
        Assert.Equal(4, _passes);
        Assert.Empty(_failures);
    }

    [Fact]
    public async Task PassFails_IsReportedAndTheNextOneComes()
    {
        InvalidOperationException defect = new("broken");
        await using PeriodicSweep sweep = new(_time, Period, () => throw (++_passes == 1 ? defect : new TimeoutException()), _failures.Add);
        _time.Advance(Period);
        Assert.Same(defect, Assert.Single(_failures));
        _time.Advance(Period);
        Assert.IsType<TimeoutException>(_failures[1]);
    }

    [Fact]
    public async Task PassTakesLongerThanAPeriod_IsNotJoinedByAnother()
    {
        await using PeriodicSweep sweep = new(
            _time,
            Period,
            () =>
            {
                if (++_passes == 1) _time.Advance(Period);
            },
            _failures.Add);
        _time.Advance(Period);
        Assert.Equal(1, _passes);
        _time.Advance(Period);
        Assert.Equal(2, _passes);
    }

    [Fact]
    public async Task Disposed_RunsNoMorePasses()
    {
        PeriodicSweep sweep = new(_time, Period, () => _passes++, _failures.Add);
        await sweep.DisposeAsync();
        _time.Advance(Period * 2);
        Assert.Equal(0, _passes);
    }
}
