using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace RustStack.Storage.Sqlite.Schema;

/// <summary>
/// The numbered files of <c>migrations/</c>: each takes the schema from the version before to its own, in one transaction with the
/// version's change. A file is never edited once it was released.
/// </summary>
internal static class Migrations
{
    private const string Extension = ".sql";

    private static readonly string[] Files =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(static name => name.EndsWith(Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The newest version, which is the number of files.</summary>
    public static int Latest => Files.Length;

    /// <summary>Takes a database to a version.</summary>
    /// <param name="connection">The database, open.</param>
    /// <param name="version">The version; the newest when null.</param>
    public static void Apply(SqliteConnection connection, int? version = null)
    {
        for (int next = Version(connection) + 1; next <= (version ?? Latest); next++)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            Execute(connection, ReadFile(next));
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {next}"));
            transaction.Commit();
        }
    }

    /// <summary>The version of a database.</summary>
    /// <param name="connection">The database, open.</param>
    /// <returns>The version; 0 for an empty one.</returns>
    public static int Version(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string ReadFile(int version)
    {
        string name = Files[version - 1];
        if (!name.StartsWith(version.ToString("d4", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            throw new InvalidOperationException($"Migration {version} is missing: found {name} in its place.");
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
