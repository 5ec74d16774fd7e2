namespace RustStack.Server.Logging;

/// <summary>Makes the loggers of the process: one line per event, written in the background.</summary>
/// <param name="filter">Which level each category is logged at.</param>
/// <param name="time">The clock of the lines.</param>
/// <param name="output">Where lines go; not disposed.</param>
internal sealed class LineLoggerFactory(LogFilter filter, TimeProvider time, Stream output) : ILoggerFactory, IAsyncDisposable
{
    private readonly LogWriter _writer = new(output);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, LevelOf(categoryName), time, _writer);

    /// <summary>Not possible: there is one form of log.</summary>
    /// <param name="provider">A provider.</param>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The log has one form and one destination.");

    /// <summary>Nothing: <see cref="DisposeAsync"/> writes what is queued.</summary>
    public void Dispose()
    {
    }

    /// <summary>Writes what is queued, at most two seconds long.</summary>
    /// <returns>A task that ends then.</returns>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>
    /// The web server speaks of connections where this log is about requests: it is heard from warnings on, and in full at trace.
    /// </summary>
    private LogLevel LevelOf(string category)
    {
        LogLevel level = filter.LevelOf(category);
        bool quieter = level is LogLevel.Information or LogLevel.Debug && category.StartsWith("Microsoft.", StringComparison.Ordinal);
        return quieter ? LogLevel.Warning : level;
    }
}
