using RustStack.Core.Collections;

namespace RustStack.S3.Multipart;

/// <summary>The place after every upload whose key begins with a prefix.</summary>
/// <param name="prefix">The prefix.</param>
internal readonly ref struct AfterUploadPrefixProbe(ReadOnlySpan<byte> prefix) : IKeyProbe<UploadKey>
{
    private readonly AfterPrefixProbe _keys = new(prefix);

    public int CompareTo(UploadKey key) => _keys.CompareTo(key.Key);
}
