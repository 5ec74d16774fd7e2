namespace RustStack.Core.Collections;

/// <summary>Orders byte strings as <c>memcmp</c> does; of two where one begins the other, the shorter comes first.</summary>
public readonly struct BytesComparer : IComparer<byte[]>
{
    /// <inheritdoc/>
    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
