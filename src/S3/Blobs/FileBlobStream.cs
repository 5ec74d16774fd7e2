using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace RustStack.S3.Blobs;

/// <summary>Reads a range of a blob that is a file through a handle of its own.</summary>
/// <param name="blob">The blob, referenced.</param>
/// <param name="path">Its file.</param>
/// <param name="offset">Where the range begins.</param>
/// <param name="lengthBytes">The range's length.</param>
internal sealed class FileBlobStream(Blob blob, string path, long offset, long lengthBytes) : BlobStream(blob, lengthBytes)
{
    private const int CopyBufferSizeBytes = 131_072;

    private readonly SafeFileHandle _file = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.SequentialScan);

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(CopyBufferSizeBytes, Math.Max(RemainingBytes, 1)));
        try
        {
            int read;
            while ((read = await ReadAsync(buffer, cancellationToken)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override ValueTask<int> ReadRangeAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        RandomAccess.ReadAsync(_file, buffer, offset + Done, cancellationToken);

    protected override void Close(Blob source)
    {
        _file.Dispose();
        base.Close(source);
    }
}
