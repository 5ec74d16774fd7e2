namespace RustStack.Core.Collections;

/// <summary>
/// The place just after every byte string that begins with a prefix: what a search for the next key beyond a common prefix, or for the
/// last key below it, starts from. No key is equal to it.
/// </summary>
/// <param name="prefix">The prefix; an empty one is after every key.</param>
public readonly ref struct AfterPrefixProbe(ReadOnlySpan<byte> prefix) : IKeyProbe<byte[]>
{
    private readonly ReadOnlySpan<byte> _prefix = prefix;

    /// <inheritdoc/>
    public int CompareTo(byte[] key) =>
        _prefix.SequenceCompareTo(key.AsSpan(0, Math.Min(key.Length, _prefix.Length))) < 0 ? -1 : 1;
}
