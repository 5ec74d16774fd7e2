using System.Globalization;
using System.Text;

namespace RustStack.Server.Logging;

/// <summary>One event as one line of <c>name=value</c> pairs (logfmt): whatever it says, it stays one line.</summary>
internal static class LogLine
{
    private const string RequestId = "RequestId";
    private const string OwnPrefix = "RustStack.";

    /// <summary>Writes an event as a line without its end.</summary>
    /// <typeparam name="TState">The state's type.</typeparam>
    /// <param name="time">When it happened.</param>
    /// <param name="level">Its level.</param>
    /// <param name="category">Its logger's category.</param>
    /// <param name="state">The values of the message; a value named <c>RequestId</c> gets a pair of its own.</param>
    /// <param name="message">The message, with its values in place.</param>
    /// <param name="exception">What went wrong, written with its stack; or null.</param>
    /// <returns>The line.</returns>
    public static string Format<TState>(
        DateTimeOffset time, LogLevel level, string category, TState state, string message, Exception? exception)
    {
        StringBuilder line = new(256);
        line.Append("time=").Append(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        line.Append(" level=").Append(NameOf(level));
        bool isOwn = category.StartsWith(OwnPrefix, StringComparison.Ordinal);
        line.Append(" category=").Append(isOwn ? category.AsSpan(OwnPrefix.Length) : category);
        if (RequestIdOf(state) is { } requestId) line.Append(" request_id=").Append(requestId);
        AppendQuoted(line.Append(" msg="), message);
        if (exception is not null) AppendQuoted(line.Append(" exception="), exception.ToString());
        return line.ToString();
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        _ => "error",
    };

    private static string? RequestIdOf<TState>(TState state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values) return null;
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].Key == RequestId) return values[i].Value as string;
        }

        return null;
    }

    private static void AppendQuoted(StringBuilder line, string text)
    {
        line.Append('"');
        foreach (char c in text)
        {
            switch (c)
            {
                case '"' or '\\': line.Append('\\').Append(c); break;
                case '\n': line.Append("\\n"); break;
                case '\r': line.Append("\\r"); break;
                case '\t': line.Append("\\t"); break;
                default:
                    if (char.IsControl(c)) line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    else line.Append(c);
                    break;
            }
        }

        line.Append('"');
    }
}
