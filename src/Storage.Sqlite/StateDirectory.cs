using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
#if WITH_DYNAMODB
using RustStack.DynamoDb.Persistence;
#endif
#if WITH_S3
using RustStack.S3.Persistence;
using RustStack.Storage.Sqlite.Blobs;
using RustStack.Storage.Sqlite.Buckets;
#endif
using RustStack.Storage.Sqlite.Archives;
using RustStack.Storage.Sqlite.Directories;
using RustStack.Storage.Sqlite.Journal;
using RustStack.Storage.Sqlite.Schema;
#if WITH_DYNAMODB
using RustStack.Storage.Sqlite.Tables;
#endif

namespace RustStack.Storage.Sqlite;

/// <summary>
/// The saved state of an instance, held for this process: what the services load from and save to. Disposing it saves what waits, and
/// leaves the directory as one that was stopped.
/// </summary>
public sealed class StateDirectory : IDisposable
{
    private readonly DirectoryLock _lock;
    private readonly SqliteJournal _journal;
    private readonly LoadProgress _progress;
    private readonly string _path;
#if WITH_S3
    private readonly BlobFolder _blobs;
#endif

    private StateDirectory(
        DirectoryLock directoryLock, SqliteJournal journal, StateOptions options, IdSource ids, TimeProvider time, ILogger logger)
    {
        _lock = directoryLock;
        _journal = journal;
        _progress = new(time, logger);
        _path = options.Directory;
        StateReader reader = new(Path.Combine(options.Directory, Database.FileName), _progress);
#if WITH_DYNAMODB
        Tables = new TableStorage(journal, reader);
#endif
#if WITH_S3
        _blobs = new(Path.Combine(options.Directory, StateArchive.ObjectsFolder), options.SurvivesPowerLoss);
        Buckets = new BucketStorage(journal, reader, new(_blobs, ids), logger);
#endif
    }

#if WITH_DYNAMODB
    /// <summary>What DynamoDB saves and loads.</summary>
    public ITableStorage Tables { get; }

#endif
#if WITH_S3
    /// <summary>What S3 saves and loads.</summary>
    public IBucketStorage Buckets { get; }

#endif
    /// <summary>Whether changes cannot be saved at the moment, so that they are refused.</summary>
#if WITH_S3
    public bool IsDegraded => _journal.IsDegraded || (_blobs.IsDegraded && !_blobs.Probe());
#else
    public bool IsDegraded => _journal.IsDegraded;
#endif

    private static IEnumerable<Func<SqliteConnection, IRecordWriter>> Writers =>
    [
#if WITH_DYNAMODB
        static connection => new TableRecordWriter(connection),
        static connection => new StreamRecordWriter(connection),
#endif
#if WITH_S3
        static connection => new BucketRecordWriter(connection),
#endif
    ];

    /// <summary>Opens a directory; it is made when it is not there.</summary>
    /// <param name="options">Which, and how it is written.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Receives progress and failures.</param>
    /// <param name="ids">Makes up the names of files; a source of its own when null.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StateException">
    /// Another process has it, it cannot be written, a newer version wrote it, or it is damaged. Nothing was changed.
    /// </exception>
    public static StateDirectory Open(StateOptions options, TimeProvider time, ILogger logger, IdSource? ids = null)
    {
        var directoryLock = DirectoryLock.Take(options.Directory);
        try
        {
            string path = Path.Combine(options.Directory, Database.FileName);
            CheckOwner(path);
            SqliteConnection connection = DatabaseOpening.Open(path, options.SurvivesPowerLoss, isSuspect: !directoryLock.WasStopped);
            directoryLock.MarkRunning();
            StateArchive.RemoveCopies(options.Directory);
            SqliteConnection? first = connection;
            SqliteJournal journal = new(
                () => new(Interlocked.Exchange(ref first, null) ?? Database.Open(path, options.SurvivesPowerLoss), Writers), time, logger);
            return new(directoryLock, journal, options, ids ?? new IdSource(), time, logger);
        }
        catch
        {
            directoryLock.Dispose();
            throw;
        }
    }

    /// <summary>Says on the log that everything is loaded.</summary>
    public void FinishLoading() => _progress.Finish();

    /// <summary>Writes the whole state as one file, while requests go on: see <see cref="StateArchive"/>.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A task that ends when everything is written.</returns>
    /// <exception cref="IOException">The disk failed, or there is no space for a copy of the database.</exception>
    public async Task SaveAsync(Stream output, CancellationToken cancellationToken)
    {
#if WITH_S3
        _blobs.Deletions.Hold();
#endif
        try
        {
            await StateArchive.WriteAsync(_path, output, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new IOException($"The state cannot be copied: {DiskFaults.Describe(exception)}.", exception);
        }
        finally
        {
#if WITH_S3
            _blobs.Deletions.LetGo();
#endif
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _journal.Dispose();
        if (!_journal.IsDegraded) _lock.MarkStopped();
        _lock.Dispose();
    }

    private static void CheckOwner(string path)
    {
        if (DatabaseHeader.Read(path) is not { } header) return;
        if (header.ApplicationId is not (0 or DatabaseHeader.RustStackId))
            throw new StateException($"'{path}' is another program's database: name another DATA_DIR.");
        if (header.Version > Migrations.Latest) throw DatabaseOpening.TooNew(header.Version);
    }
}
