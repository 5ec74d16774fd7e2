using RustStack.S3.Persistence;

namespace RustStack.S3.Blobs;

/// <summary>
/// Bytes that are stored and never change. Counted: it is born with one reference; each reader and each object that shares it
/// holds one more, and with the last its memory or file goes.
/// </summary>
/// <param name="lengthBytes">How many bytes there are.</param>
internal abstract class Blob(long lengthBytes)
{
    private int _references = 1;

    /// <summary>How many bytes there are.</summary>
    public long LengthBytes { get; } = lengthBytes;

    /// <summary>
    /// Takes a further reference. The caller must know that somebody holds one while it does, as the lock of a bucket ensures.
    /// </summary>
    /// <exception cref="ObjectDisposedException">Nobody did.</exception>
    public void AddReference()
    {
        int seen = Volatile.Read(ref _references);
        while (true)
        {
            ObjectDisposedException.ThrowIf(seen == 0, this);
            int before = Interlocked.CompareExchange(ref _references, seen + 1, seen);
            if (before == seen) return;
            seen = before;
        }
    }

    /// <summary>Gives a reference back.</summary>
    /// <exception cref="ObjectDisposedException">It was given back before.</exception>
    public void Release()
    {
        int left = Interlocked.Decrement(ref _references);
        ObjectDisposedException.ThrowIf(left < 0, this);
        if (left == 0) Free();
    }

    /// <summary>Opens a range for reading. The stream holds a reference of its own until it is disposed.</summary>
    /// <param name="offset">The first byte.</param>
    /// <param name="lengthBytes">How many bytes; the range must lie within the blob.</param>
    /// <returns>A stream that reads forward.</returns>
    public Stream Open(long offset, long lengthBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(lengthBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lengthBytes, LengthBytes - offset);
        AddReference();
        try
        {
            return OpenRange(offset, lengthBytes);
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>Opens the whole blob for reading.</summary>
    /// <returns>A stream that reads forward.</returns>
    public Stream Open() => Open(0, LengthBytes);

    /// <summary>Tells how saved rows name the bytes. Only a store that keeps them beyond its own end gives names.</summary>
    /// <param name="references">Takes the names in the order of the bytes; an empty blob has none.</param>
    /// <exception cref="InvalidOperationException">The bytes have no name: their store does not keep them.</exception>
    public virtual void AddReferencesTo(ICollection<BlobReference> references)
    {
        if (LengthBytes > 0) throw new InvalidOperationException("The blob's store does not keep it.");
    }

    /// <summary>Opens a range that was checked; the stream releases this blob when it is disposed.</summary>
    protected abstract BlobStream OpenRange(long offset, long lengthBytes);

    /// <summary>Gives up what the blob holds: called once, after the last reference.</summary>
    protected abstract void Free();
}
