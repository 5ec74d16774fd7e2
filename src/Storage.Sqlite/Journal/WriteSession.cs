using Microsoft.Data.Sqlite;
using RustStack.Core.Persistence;
using SQLitePCL;

namespace RustStack.Storage.Sqlite.Journal;

/// <summary>The connection that writes, with the statements that it has prepared.</summary>
internal sealed class WriteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly IReadOnlyList<IRecordWriter> _writers;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _probe;

    /// <summary>Makes the session of a connection.</summary>
    /// <param name="connection">The connection; disposed with the session.</param>
    /// <param name="writers">Make the record writers of a connection.</param>
    public WriteSession(SqliteConnection connection, IEnumerable<Func<SqliteConnection, IRecordWriter>> writers)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _probe = Prepare("UPDATE state_probe SET number = number + 1");
        _writers = [.. writers.Select(make => make(connection))];
    }

    /// <summary>The connection.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>Whether no transaction is left open that could not even be rolled back.</summary>
    public bool IsUsable => raw.sqlite3_get_autocommit(_connection.Handle) != 0;

    /// <summary>Writes records in one transaction.</summary>
    /// <param name="records">The records, in order.</param>
    public void Write(IReadOnlyList<JournalRecord> records) => InTransaction(() =>
    {
        foreach (JournalRecord record in records) Write(record);
    });

    /// <summary>Whether there may be rows that nothing refers to any more.</summary>
    public bool HasLeftovers => _writers.Any(static writer => writer.HasLeftovers);

    /// <summary>Deletes some of the rows that nothing refers to any more.</summary>
    public void Tidy() => InTransaction(() =>
    {
        foreach (IRecordWriter writer in _writers)
        {
            if (writer.HasLeftovers) writer.Tidy();
        }
    });

    /// <summary>Writes something that means nothing, to see whether the disk takes it.</summary>
    public void Probe() => InTransaction(() => _probe.ExecuteNonQuery());

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IRecordWriter writer in _writers) writer.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _probe.Dispose();
        _connection.Dispose();
    }

    private void InTransaction(Action work)
    {
        _begin.ExecuteNonQuery();
        try
        {
            work();
            _commit.ExecuteNonQuery();
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    private void RollBack()
    {
        try
        {
            _rollback.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, or it cannot: what failed is what counts.
        }
    }

    private void Write(JournalRecord record)
    {
        foreach (IRecordWriter writer in _writers)
        {
            if (writer.TryWrite(record)) return;
        }

        throw new InvalidOperationException($"Nothing saves a {record.GetType().Name}.");
    }

    private SqliteCommand Prepare(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }
}
