namespace RustStack.Core.Collections;

/// <summary>The place of a byte string in the order of <see cref="BytesComparer"/>, given as a span.</summary>
/// <param name="bytes">The byte string to look for.</param>
public readonly ref struct BytesProbe(ReadOnlySpan<byte> bytes) : IKeyProbe<byte[]>
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <inheritdoc/>
    public int CompareTo(byte[] key) => _bytes.SequenceCompareTo(key);
}
