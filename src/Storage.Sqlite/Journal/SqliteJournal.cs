using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Polly;
using RustStack.Core.Persistence;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite.Journal;

/// <summary>
/// The journal: one thread that commits whatever waits as one transaction, so that many changes share the wait for the disk. When a
/// commit fails for good, all that was appended since is taken back before anything else is accepted.
/// </summary>
internal sealed class SqliteJournal : IJournal, IDisposable
{
    private static readonly TimeSpan ProbePeriod = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly AutoResetEvent _work = new(initialState: true);
    private readonly Func<WriteSession> _connect;
    private readonly ResiliencePipeline _retries;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private CommitGroup _open = new();
    private JournalException? _refusal;
    private WriteSession? _session;
    private volatile bool _isDegraded;
    private volatile bool _isStopping;

    /// <summary>Starts the journal.</summary>
    /// <param name="connect">Opens the connection that writes; called again after a failure.</param>
    /// <param name="time">The clock of retries.</param>
    /// <param name="logger">Receives failures and recovery.</param>
    public SqliteJournal(Func<WriteSession> connect, TimeProvider time, ILogger logger)
    {
        _connect = connect;
        _retries = DiskFaults.Pipeline(time);
        _logger = logger;
        _session = connect();
        _thread = new(Run) { Name = "Journal", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Whether the last attempt to save something failed.</summary>
    public bool IsDegraded => _isDegraded;

    /// <inheritdoc/>
    public JournalReceipt Append(ReadOnlySpan<JournalRecord> records, Action undo)
    {
        lock (_lock)
        {
            if (_refusal is not null) throw _refusal;
            bool isFirst = _open.IsEmpty;
            _open.Add(records, undo);
            if (isFirst) _work.Set();
            return new(_open.Commit);
        }
    }

    /// <summary>Saves what waits, accepts nothing more, and moves the log into the database file.</summary>
    public void Dispose()
    {
        if (_isStopping) return;
        _isStopping = true;
        _work.Set();
        _thread.Join();
        _work.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            if (TakeOpen() is { } group) Save(group);
            else if (_isStopping) break;
            else if (_isDegraded) Probe();
            else if (_session is { HasLeftovers: true }) Tidy();
            else _work.WaitOne();
            if (_isDegraded) _work.WaitOne(ProbePeriod);
        }

        Close();
    }

    private CommitGroup? TakeOpen()
    {
        lock (_lock)
        {
            if (_open.IsEmpty)
            {
                if (_isStopping) _refusal = new("The instance is stopping.");
                return null;
            }

            CommitGroup group = _open;
            _open = new();
            return group;
        }
    }

    private void Save(CommitGroup group)
    {
        try
        {
            _retries.Execute(static state => state.Journal.Session().Write(state.Group.Records), (Journal: this, Group: group));
            Recover();
            group.Succeed();
        }
#pragma warning disable CA1031 // Whatever a save fails with, its changes have to be taken back and their requests answered.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            TakeBack(group, exception);
        }
    }

    private void TakeBack(CommitGroup group, Exception exception)
    {
        Degrade(exception);
        JournalException failure = new($"The change was not saved: {DiskFaults.Describe(exception)}.", exception);
        CommitGroup later;
        lock (_lock)
        {
            _refusal = failure;
            later = _open;
            _open = new();
        }

        later.TakeBack();
        group.TakeBack();
        lock (_lock) _refusal = null;
        group.Fail(failure);
        later.Fail(failure);
    }

    private void Tidy()
    {
        try
        {
            _session!.Tidy();
        }
        catch (SqliteException exception)
        {
            Degrade(exception);
        }
    }

    private void Probe()
    {
        try
        {
            Session().Probe();
            Recover();
        }
        catch (SqliteException exception)
        {
            Degrade(exception);
        }
    }

    private WriteSession Session() => _session ??= _connect();

    // The connection stays: it knows which frames of the log a failed sync has left, and writes over them. Who opens the log anew takes
    // them for committed.
    private void Degrade(Exception exception)
    {
        if (_session is { IsUsable: false }) DropSession();
        if (exception is not (SqliteException or IOException or UnauthorizedAccessException)) JournalLog.Failed(_logger, exception);
        if (!_isDegraded) JournalLog.Degraded(_logger, DiskFaults.Describe(exception));
        _isDegraded = true;
    }

    private void Recover()
    {
        if (_isDegraded) JournalLog.Recovered(_logger);
        _isDegraded = false;
    }

    private void DropSession()
    {
        _session!.Dispose();
        _session = null;
    }

    private void Close()
    {
        if (_session is null) return;
        Database.CheckpointOnClose(_session.Connection);
        DropSession();
    }
}
