using System.Globalization;
using Microsoft.Data.Sqlite;
using RustStack.Core.Persistence;
using RustStack.Storage.Sqlite.Journal;

namespace RustStack.Storage.Sqlite.Schema;

/// <summary>Opens the database of a directory at the start: checked and of the newest schema, or not at all.</summary>
internal static class DatabaseOpening
{
    /// <summary>Opens a database; it is made when it is not there.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="survivesPowerLoss">Whether commits wait for the disk.</param>
    /// <param name="isSuspect">Whether the last process did not stop as it should, so that the database is checked as a whole.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="StateException">It is damaged, of a newer version, or cannot be opened. Nothing was changed.</exception>
    public static SqliteConnection Open(string path, bool survivesPowerLoss, bool isSuspect)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Database.Open(path, survivesPowerLoss);
            if (isSuspect) Check(connection);
            int version = Migrations.Version(connection);
            if (version > Migrations.Latest) throw TooNew(version);
            if (version < Migrations.Latest) Upgrade(connection);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection?.Dispose();
            throw new StateException(
                $"The saved state cannot be used: {DiskFaults.Describe(exception)}. Restore it from a backup, or move it away.", exception);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>The refusal of a schema that this version does not know.</summary>
    /// <param name="version">The schema's version.</param>
    /// <returns>The exception.</returns>
    public static StateException TooNew(int version) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The saved state was written by a newer version of RustStack (schema {version}; this one knows {Migrations.Latest}): use that version."));

    // The version must stand in the file itself, where the next start looks for it before it opens anything.
    private static void Upgrade(SqliteConnection connection)
    {
        Migrations.Apply(connection);
        Database.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {DatabaseHeader.RustStackId}"));
        Database.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void Check(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        string? finding = command.ExecuteScalar() as string;
        if (finding == "ok") return;
        throw new StateException(
            $"The saved state is damaged ({finding?.ReplaceLineEndings(" ")}). Restore it from a backup, or move it away.");
    }
}
