using System.Globalization;

namespace RustStack.S3.Blobs;

/// <summary>
/// Keeps small blobs in memory and larger ones as files of a private temporary folder (mode 0700), which is made when the first is
/// needed and removed when the store is disposed.
/// </summary>
/// <param name="maxMemoryBytes">The most bytes of one blob that stay in memory.</param>
internal sealed class SpillingBlobStore(long maxMemoryBytes) : IBlobStore
{
    private const string FolderPrefix = "ruststack-s3-";

    private readonly Lock _lock = new();
    private string? _folder;
    private long _lastFile;
    private bool _disposed;

    /// <summary>The folder of the files, or null as long as none was needed.</summary>
    internal string? Folder => _folder;

    public BlobWriter CreateWriter(long? expectedLengthBytes) => new SpillingBlobWriter(this, maxMemoryBytes, expectedLengthBytes);

    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed) return;
            _disposed = true;
            if (_folder is null) return;
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A file that cannot be removed at the end of the process is left to the system's own clean-up of temporary files.
            }
        }
    }

    /// <summary>A path for a new file.</summary>
    /// <returns>The path; nothing is there yet.</returns>
    internal string NewPath()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _folder ??= Directory.CreateTempSubdirectory(FolderPrefix).FullName;
            return Path.Combine(_folder, (++_lastFile).ToString(CultureInfo.InvariantCulture));
        }
    }
}
