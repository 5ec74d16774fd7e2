using Microsoft.Data.Sqlite;
using RustStack.Core.Persistence;
using RustStack.Storage.Sqlite.Journal;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite;

/// <summary>Streams saved rows, each pass on a connection of its own that sees one state.</summary>
/// <param name="path">The database's file.</param>
/// <param name="progress">Counts the rows.</param>
internal sealed class StateReader(string path, LoadProgress progress)
{
    /// <summary>Reads rows one by one.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="query">Gives the rows of a connection, unbuffered.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="StateException">The database cannot be read.</exception>
    public IEnumerable<T> Rows<T>(Func<SqliteConnection, IEnumerable<T>> query)
    {
        using SqliteConnection connection = Try(() => Database.OpenReader(path));
        using IEnumerator<T> rows = Try(() => query(connection).GetEnumerator());
        while (Try(rows.MoveNext))
        {
            progress.Count();
            yield return rows.Current;
        }
    }

    /// <summary>Reads one value.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="query">Gives the value of a connection.</param>
    /// <returns>The value.</returns>
    /// <exception cref="StateException">The database cannot be read.</exception>
    public T Value<T>(Func<SqliteConnection, T> query)
    {
        using SqliteConnection connection = Try(() => Database.OpenReader(path));
        return Try(() => query(connection));
    }

    private static TResult Try<TResult>(Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException exception)
        {
            throw new StateException(
                $"The saved state cannot be read: {DiskFaults.Describe(exception)}. Restore it from a backup, or move it away.", exception);
        }
    }
}
