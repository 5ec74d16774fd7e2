using Microsoft.Win32.SafeHandles;
using RustStack.Core.Persistence;
using RustStack.S3.Blobs;

namespace RustStack.Storage.Sqlite.Blobs;

/// <summary>Writes a blob to a file of its own. A blob without bytes has no file.</summary>
/// <param name="folder">Where the file goes.</param>
/// <param name="name">The blob's name.</param>
internal sealed class DirectoryBlobWriter(BlobFolder folder, UInt128 name) : BlobWriter
{
    private SafeFileHandle? _file;

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.IsEmpty) return;
        try
        {
            _file ??= folder.Create(name);
            await RandomAccess.WriteAsync(_file, bytes, LengthBytes, cancellationToken);
            LengthBytes += bytes.Length;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unsaved(failure);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<Blob> FinishAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_file is null) return new MemoryBlob([], 0);
        try
        {
            if (folder.SurvivesPowerLoss) await Task.Run(Publish, CancellationToken.None);
            else Publish();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unsaved(failure);
        }

        folder.IsDegraded = false;
        return new DirectoryBlob(folder, new(name, LengthBytes));
    }

    /// <inheritdoc/>
    protected override void Abandon()
    {
        if (_file is null) return;
        _file.Dispose();
        _file = null;
        BlobFile.Delete(folder.TemporaryPathOf(name));
    }

    private JournalException Unsaved(Exception failure)
    {
        folder.IsDegraded = true;
        return new($"The bytes were not saved: {DiskFailure.Describe(failure)}.", failure);
    }

    private void Publish()
    {
        if (folder.SurvivesPowerLoss) RandomAccess.FlushToDisk(_file!);
        _file!.Dispose();
        folder.Publish(name);
        _file = null;
    }
}
