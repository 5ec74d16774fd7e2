using RustStack.Core.Collections;
using RustStack.S3.Objects;

namespace RustStack.S3.Listing;

/// <summary>
/// Lists the objects of a bucket page by page: it seeks to the start and past each common prefix, so that a page costs what it shows.
/// </summary>
internal static class ObjectLister
{
    /// <summary>Makes a page.</summary>
    /// <param name="objects">The bucket's objects.</param>
    /// <param name="grouping">Which keys, and how they are rolled up.</param>
    /// <param name="start">Where the page begins.</param>
    /// <param name="maxKeys">The most entries, common prefixes among them.</param>
    /// <returns>The page.</returns>
    public static ObjectPage List(OrderedMapSnapshot<byte[], StoredObject> objects, KeyGrouping grouping, ListingStart start, int maxKeys)
    {
        List<KeyValuePair<byte[], StoredObject>> found = [];
        List<byte[]> prefixes = [];
        byte[]? last = null;
        if (maxKeys == 0) return new(found, prefixes, null);
        OrderedMapCursor<byte[], StoredObject> cursor = Seek(objects, grouping, start);
        while (cursor.IsValid && cursor.Key is var key && grouping.Includes(key))
        {
            StoredObject version = cursor.Value;
            if (version.IsDeleteMarker)
            {
                cursor.MoveNext();
                continue;
            }

            if (found.Count + prefixes.Count == maxKeys) return new(found, prefixes, last);
            int groupLength = grouping.GroupLength(key);
            if (groupLength == 0)
            {
                last = key;
                found.Add(new(key, version));
                cursor.MoveNext();
            }
            else
            {
                last = key[..groupLength];
                prefixes.Add(last);
                cursor = objects.AbovePrefix(last);
            }
        }

        return new(found, prefixes, null);
    }

    private static OrderedMapCursor<byte[], StoredObject> Seek(
        OrderedMapSnapshot<byte[], StoredObject> objects, KeyGrouping grouping, ListingStart start)
    {
        if (start.After is null || start.After.AsSpan().SequenceCompareTo(grouping.Prefix) < 0) return objects.AtLeast(grouping.Prefix);
        ReadOnlySpan<byte> group = start.SkipsGroup ? grouping.GroupOf(start.After) : default;
        return group.IsEmpty ? objects.Above(start.After) : objects.AbovePrefix(group);
    }
}
