using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RustStack.Storage.Sqlite.Schema;

/// <summary>Opens the database of a state directory with the settings that it always has.</summary>
internal static class Database
{
    /// <summary>The name of the database's file.</summary>
    public const string FileName = "state.db";

    // Rows of up to a quarter of a page stay in the tree: of items of 1 KB several fit in a page, and none needs a page of its own.
    private const int PageBytes = 8192;
    private const int CacheKibibytes = 16 * 1024;
    private const int CheckpointPages = 4096;
    private const int KeptLogBytes = 64 * 1024 * 1024;
    private const int NoCheckpointOnClose = 1006;

    private static readonly Lock ProviderLock = new();
    private static bool _hasProvider;

    /// <summary>Opens a database that may not be there yet.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="survivesPowerLoss">Whether commits wait for the disk.</param>
    /// <returns>The connection, which does not write to the database file when it is closed: see <see cref="CheckpointOnClose"/>.</returns>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static SqliteConnection Open(string path, bool survivesPowerLoss)
    {
        SqliteConnection connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, 1, out _);
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
                PRAGMA page_size = {PageBytes};
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = {(survivesPowerLoss ? "FULL" : "NORMAL")};
                PRAGMA cache_size = -{CacheKibibytes};
                PRAGMA wal_autocheckpoint = {CheckpointPages};
                PRAGMA journal_size_limit = {KeptLogBytes};
                PRAGMA temp_store = MEMORY;
                PRAGMA trusted_schema = OFF;
                """));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a database for reading beside a writer.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>The connection.</returns>
    public static SqliteConnection OpenReader(string path) => Connect(path, SqliteOpenMode.ReadOnly);

    /// <summary>Lets a connection move what its log holds to the database file when it is closed.</summary>
    /// <param name="connection">The connection.</param>
    public static void CheckpointOnClose(SqliteConnection connection) =>
        raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, 0, out _);

    /// <summary>Runs statements that have no parameters.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="sql">The statements.</param>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        lock (ProviderLock)
        {
            if (!_hasProvider) raw.SetProvider(new SQLite3Provider_e_sqlite3());
            _hasProvider = true;
        }

        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
