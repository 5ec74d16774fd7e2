using RustStack.S3.Blobs;

namespace RustStack.Storage.Sqlite.Blobs;

/// <summary>Deletes the files of blobs, but for the time that somebody copies the folder: what goes meanwhile is deleted afterwards.</summary>
internal sealed class HeldDeletions
{
    private readonly Lock _lock = new();
    private readonly List<string> _held = [];
    private int _holders;

    /// <summary>Holds deletions until <see cref="LetGo"/>.</summary>
    public void Hold()
    {
        lock (_lock) _holders++;
    }

    /// <summary>Lets deletions go on, and does those that were held if nobody else holds them.</summary>
    public void LetGo()
    {
        string[] paths;
        lock (_lock)
        {
            if (--_holders > 0) return;
            paths = [.. _held];
            _held.Clear();
        }

        foreach (string path in paths) BlobFile.Delete(path);
    }

    /// <summary>Deletes a file, now or when nobody holds deletions any more.</summary>
    /// <param name="path">The file.</param>
    public void Delete(string path)
    {
        lock (_lock)
        {
            if (_holders > 0)
            {
                _held.Add(path);
                return;
            }
        }

        BlobFile.Delete(path);
    }
}
