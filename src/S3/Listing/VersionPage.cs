namespace RustStack.S3.Listing;

/// <summary>A page of a listing of versions.</summary>
/// <param name="Versions">The versions and delete markers, by key and from the newest to the oldest.</param>
/// <param name="CommonPrefixes">The common prefixes, in order.</param>
/// <param name="IsTruncated">Whether others follow.</param>
/// <param name="Last">The last key or common prefix of a page that others follow.</param>
/// <param name="LastVersionId">The version that such a page ends with; null when it ends with a common prefix.</param>
internal sealed record VersionPage(
    IReadOnlyList<ListedVersion> Versions, IReadOnlyList<byte[]> CommonPrefixes, bool IsTruncated, byte[]? Last, string? LastVersionId);
