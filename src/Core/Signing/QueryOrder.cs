namespace RustStack.Core.Signing;

/// <summary>The order of query parameters in a canonical query: by encoded name, then by encoded value, byte by byte.</summary>
/// <param name="text">The encoded parameters.</param>
internal readonly struct QueryOrder(SigningText text) : IComparer<QueryParameter>
{
    /// <inheritdoc/>
    public int Compare(QueryParameter x, QueryParameter y)
    {
        ReadOnlySpan<byte> bytes = text.Written;
        int byName = bytes.Slice(x.Start, x.NameLength).SequenceCompareTo(bytes.Slice(y.Start, y.NameLength));
        return byName != 0
            ? byName
            : bytes.Slice(x.Start + x.NameLength, x.ValueLength).SequenceCompareTo(bytes.Slice(y.Start + y.NameLength, y.ValueLength));
    }
}
