using RustStack.S3.Persistence;

namespace RustStack.S3.Blobs;

/// <summary>Several blobs one after the other, such as the parts of a multipart upload: no byte is copied to make one.</summary>
internal sealed class CompositeBlob : Blob
{
    private readonly Blob[] _parts;
    private readonly long[] _ends;

    /// <summary>Puts blobs together.</summary>
    /// <param name="parts">The blobs in order; one reference of each passes to this blob.</param>
    public CompositeBlob(IReadOnlyList<Blob> parts)
        : base(LengthOf(parts))
    {
        _parts = [.. parts];
        _ends = new long[parts.Count];
        long end = 0;
        for (int i = 0; i < _parts.Length; i++) _ends[i] = end += _parts[i].LengthBytes;
    }

    /// <summary>The blobs in order.</summary>
    public IReadOnlyList<Blob> Parts => _parts;

    public override void AddReferencesTo(ICollection<BlobReference> references)
    {
        foreach (Blob part in _parts) part.AddReferencesTo(references);
    }

    /// <summary>Opens what a range has of one part.</summary>
    /// <param name="position">A position within the blob.</param>
    /// <param name="lengthBytes">How many bytes are wanted from there.</param>
    /// <returns>A stream that ends with the part, if not before.</returns>
    internal Stream OpenPartAt(long position, long lengthBytes)
    {
        int index = Array.BinarySearch(_ends, position + 1);
        if (index < 0) index = ~index;
        while (_parts[index].LengthBytes == 0) index++;
        long within = position - (_ends[index] - _parts[index].LengthBytes);
        return _parts[index].Open(within, Math.Min(lengthBytes, _parts[index].LengthBytes - within));
    }

    protected override BlobStream OpenRange(long offset, long lengthBytes) => new CompositeBlobStream(this, offset, lengthBytes);

    protected override void Free()
    {
        foreach (Blob part in _parts) part.Release();
    }

    private static long LengthOf(IReadOnlyList<Blob> parts)
    {
        long length = 0;
        foreach (Blob part in parts) length += part.LengthBytes;
        return length;
    }
}
