using RustStack.S3.Objects;

namespace RustStack.S3.Listing;

/// <summary>Lists the versions of a bucket page by page; a page costs what it shows, however many versions a key has.</summary>
internal static class VersionLister
{
    /// <summary>Makes a page.</summary>
    /// <param name="versions">The bucket's versions.</param>
    /// <param name="grouping">Which keys, and how they are rolled up.</param>
    /// <param name="keyMarker">The key after which the page begins; null for the first page.</param>
    /// <param name="versionIdMarker">The version of that key after which it begins; null for after all of them.</param>
    /// <param name="maxKeys">The most entries, common prefixes among them.</param>
    /// <returns>The page.</returns>
    public static VersionPage List(
        VersionedSnapshot versions, KeyGrouping grouping, byte[]? keyMarker, string? versionIdMarker, int maxKeys)
    {
        List<ListedVersion> found = [];
        List<byte[]> prefixes = [];
        byte[]? last = null;
        string? lastVersionId = null;
        if (maxKeys == 0) return new(found, prefixes, false, null, null);
        VersionCursor cursor = Seek(versions, grouping, keyMarker, versionIdMarker);
        while (cursor.IsValid && grouping.Includes(cursor.Key))
        {
            if (found.Count + prefixes.Count == maxKeys) return new(found, prefixes, true, last, lastVersionId);
            int groupLength = grouping.GroupLength(cursor.Key);
            if (groupLength == 0)
            {
                (last, lastVersionId) = (cursor.Key, cursor.Version.VersionId);
                found.Add(new(cursor.Key, cursor.Version, cursor.IsLatest));
                cursor.MoveNext();
            }
            else
            {
                (last, lastVersionId) = (cursor.Key[..groupLength], null);
                prefixes.Add(last);
                cursor.SkipPrefix(last);
            }
        }

        return new(found, prefixes, false, null, null);
    }

    private static VersionCursor Seek(VersionedSnapshot versions, KeyGrouping grouping, byte[]? keyMarker, string? versionIdMarker)
    {
        if (keyMarker is null || keyMarker.AsSpan().SequenceCompareTo(grouping.Prefix) < 0)
        {
            return VersionCursor.AtLeast(versions, grouping.Prefix);
        }

        if (versionIdMarker is not null) return VersionCursor.Below(versions, keyMarker, OrderOf(versions, keyMarker, versionIdMarker));
        VersionCursor cursor = VersionCursor.Above(versions, keyMarker);
        ReadOnlySpan<byte> group = grouping.GroupOf(keyMarker);
        if (!group.IsEmpty) cursor.SkipPrefix(group);
        return cursor;
    }

    /// <summary>The place of a marker. A null version that is gone leaves none: then every version of the key comes again.</summary>
    private static long OrderOf(VersionedSnapshot versions, byte[] key, string versionId)
    {
        if (VersionId.OrderOf(versionId) is { } order) return order;
        VersionCursor cursor = VersionCursor.AtLeast(versions, key);
        for (; cursor.IsValid && cursor.Key.AsSpan().SequenceEqual(key); cursor.MoveNext())
        {
            if (cursor.Version.VersionId == VersionId.Null) return cursor.Version.Order;
        }

        return long.MaxValue;
    }
}
