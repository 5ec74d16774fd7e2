using Microsoft.Extensions.Logging;

namespace RustStack.Storage.Sqlite;

/// <summary>Says on the log, once a second, how far loading has come.</summary>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class LoadProgress(TimeProvider time, ILogger logger)
{
    private const int RowsBetweenLooks = 1024;

    private readonly long _start = time.GetTimestamp();
    private long _saidAt = time.GetTimestamp();
    private long _rows;
    private volatile bool _isFinished;

    /// <summary>Counts a row; what is read once everything is loaded does not count.</summary>
    public void Count()
    {
        if (_isFinished) return;
        if (++_rows % RowsBetweenLooks != 0 || time.GetElapsedTime(_saidAt) < TimeSpan.FromSeconds(1)) return;
        _saidAt = time.GetTimestamp();
        TimeSpan elapsed = time.GetElapsedTime(_start);
        LogProgress(logger, _rows, elapsed);
    }

    /// <summary>Says that everything is loaded.</summary>
    public void Finish()
    {
        _isFinished = true;
        TimeSpan elapsed = time.GetElapsedTime(_start);
        if (_rows > 0) LogFinished(logger, _rows, elapsed);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loading saved state: {Rows} rows after {Elapsed}")]
    private static partial void LogProgress(ILogger logger, long rows, TimeSpan elapsed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded saved state: {Rows} rows in {Elapsed}")]
    private static partial void LogFinished(ILogger logger, long rows, TimeSpan elapsed);
}
