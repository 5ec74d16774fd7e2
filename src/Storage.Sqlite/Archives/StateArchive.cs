using System.Formats.Tar;
using Microsoft.Data.Sqlite;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite.Archives;

/// <summary>
/// A whole state as one file: a tar archive of the database, as one consistent state of it, and of the files of objects. It may hold files
/// that the database does not name; whoever loads it sweeps them.
/// </summary>
internal static class StateArchive
{
    /// <summary>The folder of the files of objects, in a state directory as in an archive.</summary>
    public const string ObjectsFolder = "objects";

    private const string CopyPrefix = "backup-";
    private const int BufferBytes = 128 * 1024;

    /// <summary>Writes the archive of a directory. Files that its database names must stay as long as that takes.</summary>
    /// <param name="directory">The state directory.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A task that ends when everything is written.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    /// <exception cref="SqliteException">The database cannot be read, or there is no space for a copy of it.</exception>
    public static async Task WriteAsync(string directory, Stream output, CancellationToken cancellationToken)
    {
        string copy = Path.Combine(directory, CopyPrefix + Path.GetRandomFileName());
        try
        {
            await Task.Run(() => CopyDatabase(Path.Combine(directory, Database.FileName), copy), cancellationToken);
            await using TarWriter archive = new(output, TarEntryFormat.Pax, leaveOpen: true);
            await AddAsync(archive, copy, Database.FileName, cancellationToken);
            string objects = Path.Combine(directory, ObjectsFolder);
            foreach (string file in Directory.Exists(objects) ? Directory.EnumerateFiles(objects, "*", SearchOption.AllDirectories) : [])
            {
                string name = Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/');
                if (ArchiveEntry.IsObject(name)) await AddAsync(archive, file, name, cancellationToken);
            }
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Removes the copies of databases that a process has left that was killed while it wrote an archive.</summary>
    /// <param name="directory">The state directory.</param>
    public static void RemoveCopies(string directory)
    {
        foreach (string copy in Directory.EnumerateFiles(directory, CopyPrefix + "*")) File.Delete(copy);
    }

    private static void CopyDatabase(string path, string copy)
    {
        using SqliteConnection connection = Database.OpenReader(path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    // A file that goes meanwhile is one that the copied database does not name.
    private static async Task AddAsync(TarWriter archive, string path, string name, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes, FileOptions.Asynchronous);
        }
        catch (FileNotFoundException)
        {
            return;
        }

        await using (file)
        {
            PaxTarEntry entry = new(TarEntryType.RegularFile, name) { DataStream = file, Mode = ArchiveEntry.Mode };
            await archive.WriteEntryAsync(entry, cancellationToken);
        }
    }
}
