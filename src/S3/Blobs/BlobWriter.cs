namespace RustStack.S3.Blobs;

/// <summary>Stores bytes as they come. Disposing it unfinished leaves nothing behind, in memory or on disk.</summary>
internal abstract class BlobWriter : IDisposable
{
    /// <summary>How many bytes were written.</summary>
    public long LengthBytes { get; protected set; }

    /// <summary>Appends bytes.</summary>
    /// <param name="bytes">The bytes; the caller may reuse their memory afterwards.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when they are stored.</returns>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Makes a blob of what was written.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The blob, with one reference that is the caller's.</returns>
    public abstract ValueTask<Blob> FinishAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Abandon();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives up what was written, unless it was finished.</summary>
    protected abstract void Abandon();
}
