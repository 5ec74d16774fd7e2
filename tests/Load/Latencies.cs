namespace RustStack.Load;

/// <summary>Times of exchanges, counted by microseconds in steps of four per cent.</summary>
internal sealed class Latencies
{
    private const double Step = 1.04;

    private readonly long[] _counts = new long[600];

    /// <summary>How many there are.</summary>
    public long Count => _counts.Sum();

    /// <summary>Adds one; from any thread.</summary>
    public void Add(TimeSpan time)
    {
        int index = (int)Math.Log(Math.Max(1, time.TotalMicroseconds), Step);
        Interlocked.Increment(ref _counts[Math.Min(index, _counts.Length - 1)]);
    }

    /// <summary>The time that a share of them stays below, in milliseconds.</summary>
    public double Quantile(double share)
    {
        long left = (long)(Count * share);
        for (int i = 0; i < _counts.Length; i++)
        {
            left -= _counts[i];
            if (left <= 0) return Math.Pow(Step, i + 1) / 1000;
        }

        return double.PositiveInfinity;
    }
}
