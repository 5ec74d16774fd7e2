using Microsoft.Data.Sqlite;
using Polly;
using Polly.Retry;
using SQLitePCL;

namespace RustStack.Storage.Sqlite.Journal;

/// <summary>Which failures of the disk and the database pass by themselves, and how long they are given.</summary>
internal static class DiskFaults
{
    private const int MostRetries = 4;
    private const int PrimaryCodeMask = 0xFF;

    /// <summary>Retries what may pass: at most four times, jittered, within about a second.</summary>
    /// <param name="time">The clock of the waits.</param>
    /// <returns>The pipeline.</returns>
    public static ResiliencePipeline Pipeline(TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome.Exception is { } exception && IsTransient(exception)),
                MaxRetryAttempts = MostRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(20),
                MaxDelay = TimeSpan.FromMilliseconds(400),
            })
            .Build();

    /// <summary>Whether a failure may pass by itself: somebody else has the database for a moment, or a signal interrupted the system.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>True when it is worth another try.</returns>
    public static bool IsTransient(Exception exception) => exception is SqliteException sqlite
        && (sqlite.SqliteErrorCode & PrimaryCodeMask) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_INTERRUPT or raw.SQLITE_PROTOCOL;

    /// <summary>Says what failed, without paths.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>A few words.</returns>
    public static string Describe(Exception exception) => exception is SqliteException sqlite
        ? (sqlite.SqliteErrorCode & PrimaryCodeMask) switch
        {
            raw.SQLITE_FULL => "the disk is full",
            raw.SQLITE_IOERR => $"the disk failed (SQLite error {sqlite.SqliteExtendedErrorCode})",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "the database is damaged",
            raw.SQLITE_READONLY => "the disk is read-only",
            _ => $"SQLite error {sqlite.SqliteExtendedErrorCode}",
        }
        : "the disk failed";
}
