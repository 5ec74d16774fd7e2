using Microsoft.Data.Sqlite;
using RustStack.Core.Persistence;
using RustStack.Storage.Sqlite.Archives;
using RustStack.Storage.Sqlite.Directories;
using RustStack.Storage.Sqlite.Journal;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite;

/// <summary>The state of a directory that no instance works on: it can be taken out as one file, and put back.</summary>
public static class StoppedState
{
    /// <summary>Writes the state to a file, which must not be there.</summary>
    /// <param name="directory">The state directory.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A task that ends when the file is complete.</returns>
    /// <exception cref="StateException">There is no state, an instance works on it, it is damaged, or the file cannot be written.</exception>
    public static async Task ExportAsync(string directory, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(directory, Database.FileName))) throw new StateException($"DATA_DIR '{directory}' holds no state.");
        using var directoryLock = DirectoryLock.Take(directory);
        bool isCreated = false;
        try
        {
            await using FileStream output = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            isCreated = true;
            await StateArchive.WriteAsync(directory, output, cancellationToken);
            output.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            if (isCreated) File.Delete(file);
            throw new StateException($"The state cannot be exported to '{file}': {Describe(exception)}.", exception);
        }
    }

    /// <summary>Makes the state of a directory that has none of a file.</summary>
    /// <param name="directory">The state directory; it is made when it is not there.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A task that ends when the directory can be used.</returns>
    /// <exception cref="StateException">The directory has state, the file is no archive that this version knows, or the disk failed.</exception>
    public static async Task ImportAsync(string directory, string file, CancellationToken cancellationToken)
    {
        using var directoryLock = DirectoryLock.Take(directory);
        if (File.Exists(Path.Combine(directory, Database.FileName)))
            throw new StateException($"DATA_DIR '{directory}' holds state already: name an empty one, or move it away.");
        try
        {
            await using FileStream input = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            await ArchiveImport.RunAsync(input, directory, cancellationToken);
            directoryLock.MarkStopped();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The state cannot be imported from '{file}': {Describe(exception)}.", exception);
        }
    }

    private static string Describe(Exception exception) =>
        exception is SqliteException ? DiskFaults.Describe(exception) : exception.Message.TrimEnd('.');
}
