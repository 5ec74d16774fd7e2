using RustStack.S3.Checksums;
using RustStack.S3.Generated;
using RustStack.S3.Objects;

namespace RustStack.S3.Listing;

/// <summary>The entries of a listing as answers have them.</summary>
internal static class ListedObject
{
    /// <summary>The most entries of a page; more that are asked for count as this.</summary>
    public const int MaxKeys = 1000;

    /// <summary>Describes the objects of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="text">How keys are written.</param>
    /// <param name="ownerId">The owner to name, or null for none.</param>
    /// <returns>The entries in order.</returns>
    public static IReadOnlyList<Generated.Object> DescribeAll(ObjectPage page, ListingText text, string? ownerId)
    {
        Owner? owner = ownerId is null ? null : new() { ID = ownerId };
        var entries = new Generated.Object[page.Objects.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            (byte[] key, StoredObject version) = page.Objects[i];
            entries[i] = new()
            {
                Key = text.Of(key),
                LastModified = version.LastModified,
                ETag = version.QuotedETag,
                ChecksumAlgorithm = version.Checksum?.Kind.NameList(),
                ChecksumType = version.Checksum?.Type,
                Size = version.SizeBytes,
                StorageClass = version.Properties.StorageClass,
                Owner = owner,
            };
        }

        return entries;
    }

    /// <summary>Describes common prefixes.</summary>
    /// <param name="prefixes">The prefixes.</param>
    /// <param name="text">How they are written.</param>
    /// <returns>The entries in order.</returns>
    public static IReadOnlyList<CommonPrefix> DescribeAll(IReadOnlyList<byte[]> prefixes, ListingText text)
    {
        var entries = new CommonPrefix[prefixes.Count];
        for (int i = 0; i < entries.Length; i++) entries[i] = new() { Prefix = text.Of(prefixes[i]) };
        return entries;
    }
}
