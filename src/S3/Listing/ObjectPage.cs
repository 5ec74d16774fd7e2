using RustStack.S3.Objects;

namespace RustStack.S3.Listing;

/// <summary>A page of a listing of objects.</summary>
/// <param name="Objects">The objects, by key.</param>
/// <param name="CommonPrefixes">The common prefixes, in order.</param>
/// <param name="Last">The last key or common prefix of a page that others follow; null on the last page.</param>
internal sealed record ObjectPage(
    IReadOnlyList<KeyValuePair<byte[], StoredObject>> Objects, IReadOnlyList<byte[]> CommonPrefixes, byte[]? Last)
{
    public bool IsTruncated => Last is not null;

    /// <summary>How many entries there are, common prefixes among them.</summary>
    public int KeyCount => Objects.Count + CommonPrefixes.Count;
}
