using System.Formats.Tar;
using RustStack.Core.Persistence;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite.Archives;

/// <summary>Makes a state directory of an archive. The database comes last, so that what an interrupted import leaves is no state.</summary>
internal static class ArchiveImport
{
    private const string Unfinished = "import.tmp";

    /// <summary>Imports an archive.</summary>
    /// <param name="input">The archive.</param>
    /// <param name="directory">The state directory, locked and without state.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A task that ends when everything is on the disk.</returns>
    /// <exception cref="StateException">It is no archive of a state that this version knows.</exception>
    public static async Task RunAsync(Stream input, string directory, CancellationToken cancellationToken)
    {
        string database = Path.Combine(directory, Unfinished);
        try
        {
            await ExtractAsync(input, directory, database, cancellationToken);
            Check(database);
            File.Move(database, Path.Combine(directory, Database.FileName));
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or ArgumentException or FormatException)
        {
            throw new StateException("The file is no archive of a state.", exception);
        }
        finally
        {
            File.Delete(database);
        }
    }

    private static async Task ExtractAsync(Stream input, string directory, string database, CancellationToken cancellationToken)
    {
        await using TarReader archive = new(input, leaveOpen: true);
        while (await archive.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            bool isFile = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
            if (!isFile || !(ArchiveEntry.IsDatabase(entry.Name) || ArchiveEntry.IsObject(entry.Name)))
                throw new StateException($"The file is no archive of a state: it holds '{entry.Name}'.");
            string path = ArchiveEntry.IsDatabase(entry.Name) ? database : Path.Combine(directory, entry.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None);
            if (entry.DataStream is { } data) await data.CopyToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }
    }

    private static void Check(string database)
    {
        if (DatabaseHeader.Read(database) is not { ApplicationId: DatabaseHeader.RustStackId } header)
            throw new StateException("The file is no archive of a state: it holds no database.");
        if (header.Version > Migrations.Latest) throw DatabaseOpening.TooNew(header.Version);
    }
}
