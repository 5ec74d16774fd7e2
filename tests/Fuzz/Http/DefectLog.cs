using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RustStack.Fuzz.Http;

/// <summary>Keeps what is logged as an error: every defect is, also one that the client does not see.</summary>
internal sealed class DefectLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>The next defect, which is then forgotten; null for none.</summary>
    public string? Take() => _errors.TryDequeue(out string? error) ? error : null;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string text = $"{formatter(state, exception)} {exception}";
        if (logLevel >= LogLevel.Error) _errors.Enqueue(text);
    }
}
