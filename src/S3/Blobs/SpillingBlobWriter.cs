using Microsoft.Win32.SafeHandles;

namespace RustStack.S3.Blobs;

/// <summary>Writes to memory up to a limit and to a file beyond it.</summary>
/// <param name="store">Gives the file.</param>
/// <param name="maxMemoryBytes">The most that stays in memory.</param>
/// <param name="expectedLengthBytes">How much will come, if that is known.</param>
internal sealed class SpillingBlobWriter(SpillingBlobStore store, long maxMemoryBytes, long? expectedLengthBytes) : BlobWriter
{
    private readonly List<byte[]> _chunks = [];
    private int _usedOfLast;
    private string? _path;
    private SafeFileHandle? _file;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.IsEmpty) return;
        if (_file is null && Math.Max(expectedLengthBytes ?? 0, LengthBytes + bytes.Length) > maxMemoryBytes)
        {
            await SpillAsync(cancellationToken);
        }

        if (_file is null) Append(bytes.Span);
        else await RandomAccess.WriteAsync(_file, bytes, LengthBytes, cancellationToken);
        LengthBytes += bytes.Length;
    }

    public override ValueTask<Blob> FinishAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Blob blob;
        if (_path is null)
        {
            blob = ToMemoryBlob();
        }
        else
        {
            _file!.Dispose();
            blob = new FileBlob(_path, LengthBytes);
            _path = null;
        }

        return ValueTask.FromResult(blob);
    }

    protected override void Abandon()
    {
        _file?.Dispose();
        _chunks.Clear();
        if (_path is not null) BlobFile.Delete(_path);
        _path = null;
    }

    private async ValueTask SpillAsync(CancellationToken cancellationToken)
    {
        _path = store.NewPath();
        _file = File.OpenHandle(
            _path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous, preallocationSize: 0);
        long offset = 0;
        for (int i = 0; i < _chunks.Count; i++)
        {
            int used = i == _chunks.Count - 1 ? _usedOfLast : _chunks[i].Length;
            await RandomAccess.WriteAsync(_file, _chunks[i].AsMemory(0, used), offset, cancellationToken);
            offset += used;
        }

        _chunks.Clear();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        long length = LengthBytes;
        while (!bytes.IsEmpty)
        {
            if (_chunks.Count == 0 || _usedOfLast == _chunks[^1].Length) StartChunk(length, bytes.Length);
            int count = Math.Min(bytes.Length, _chunks[^1].Length - _usedOfLast);
            bytes[..count].CopyTo(_chunks[^1].AsSpan(_usedOfLast));
            _usedOfLast += count;
            length += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>
    /// Starts the next chunk. Only the first may be grown (small bodies of unknown length); from then on chunks are full ones, but
    /// for the last when the length is known.
    /// </summary>
    private void StartChunk(long length, int atLeast)
    {
        if (_chunks.Count > 0 && _chunks[^1].Length < MemoryBlob.ChunkSizeBytes)
        {
            byte[] chunk = _chunks[^1];
            Array.Resize(ref chunk, Math.Min(MemoryBlob.ChunkSizeBytes, Math.Max(chunk.Length * 2, chunk.Length + atLeast)));
            _chunks[^1] = chunk;
            return;
        }

        long size = Math.Max((expectedLengthBytes ?? 0) - length, atLeast);
        _chunks.Add(new byte[Math.Min(size, MemoryBlob.ChunkSizeBytes)]);
        _usedOfLast = 0;
    }

    private MemoryBlob ToMemoryBlob()
    {
        byte[][] chunks = [.. _chunks];
        if (chunks.Length > 0 && _usedOfLast < chunks[^1].Length) Array.Resize(ref chunks[^1], _usedOfLast);
        _chunks.Clear();
        return new MemoryBlob(chunks, LengthBytes);
    }
}
