namespace RustStack.Server.Logging;

/// <summary>A logger of one category.</summary>
/// <param name="category">The category.</param>
/// <param name="minimum">The lowest level that is written.</param>
/// <param name="time">The clock of the lines.</param>
/// <param name="writer">Where lines go.</param>
internal sealed class LineLogger(string category, LogLevel minimum, TimeProvider time, LogWriter writer) : ILogger
{
    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        writer.Write(LogLine.Format(time.GetUtcNow(), logLevel, category, state, formatter(state, exception), exception));
    }
}
