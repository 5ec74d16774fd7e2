using RustStack.Core.Persistence;

namespace RustStack.Storage.Sqlite.Directories;

/// <summary>
/// Holds a state directory for one process. The file that is locked also says whether the process before stopped as it should: it is
/// empty as long as a process works on the directory, and says <c>stopped</c> afterwards.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "ruststack.lock";

    private readonly FileStream _file;

    private DirectoryLock(FileStream file, bool wasStopped)
    {
        _file = file;
        WasStopped = wasStopped;
    }

    /// <summary>Whether the last process stopped as it should, or there was none.</summary>
    public bool WasStopped { get; }

    /// <summary>Locks a directory, which is made when it is not there.</summary>
    /// <param name="directory">The directory.</param>
    /// <returns>The lock.</returns>
    /// <exception cref="StateException">Another process holds it, or it cannot be written.</exception>
    public static DirectoryLock Take(string directory)
    {
        string path = Path.Combine(directory, FileName);
        try
        {
            Directory.CreateDirectory(directory);
            bool isNew = !File.Exists(path);
            FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            return new(file, isNew || file.Length > 0);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw Unwritable(directory, exception);
        }
        catch (IOException exception)
        {
            bool isHeld = File.Exists(path) && Directory.Exists(directory);
            throw isHeld
                ? new StateException($"DATA_DIR '{directory}' is in use by another process.", exception)
                : Unwritable(directory, exception);
        }
    }

    /// <summary>Notes that the directory is being worked on: if this process ends otherwise than by <see cref="MarkStopped"/>, it shows.</summary>
    public void MarkRunning() => _file.SetLength(0);

    /// <summary>Notes that everything is saved and nothing works on the directory any more.</summary>
    public void MarkStopped()
    {
        _file.SetLength(0);
        _file.Position = 0;
        _file.Write("stopped\n"u8);
        _file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static StateException Unwritable(string directory, Exception exception) =>
        new($"DATA_DIR '{directory}' cannot be written: {exception.Message}", exception);
}
