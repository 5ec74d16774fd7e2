using Microsoft.Extensions.Logging;

namespace RustStack.Storage.Sqlite.Journal;

/// <summary>What the journal logs.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Changes cannot be saved and are refused until the disk takes them again: {Reason}")]
    public static partial void Degraded(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Changes are saved again")]
    public static partial void Recovered(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The journal failed")]
    public static partial void Failed(ILogger logger, Exception exception);
}
