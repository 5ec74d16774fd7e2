using RustStack.Core.Collections;
using RustStack.S3.Multipart;

namespace RustStack.S3.Listing;

/// <summary>Lists the uploads in progress of a bucket page by page, by key and then by age.</summary>
internal static class UploadLister
{
    /// <summary>Makes a page.</summary>
    /// <param name="uploads">The bucket's uploads.</param>
    /// <param name="grouping">Which keys, and how they are rolled up.</param>
    /// <param name="keyMarker">The key after which the page begins; null for the first page.</param>
    /// <param name="uploadIdMarker">The upload of that key after which it begins; null for after all of them.</param>
    /// <param name="maxUploads">The most entries, common prefixes among them.</param>
    /// <returns>The page.</returns>
    public static UploadPage List(
        OrderedMapSnapshot<UploadKey, PendingUpload> uploads,
        KeyGrouping grouping,
        byte[]? keyMarker,
        string? uploadIdMarker,
        int maxUploads)
    {
        List<PendingUpload> found = [];
        List<byte[]> prefixes = [];
        byte[]? last = null;
        string? lastUploadId = null;
        if (maxUploads == 0) return new(found, prefixes, false, null, null);
        OrderedMapCursor<UploadKey, PendingUpload> cursor = Seek(uploads, grouping, keyMarker, uploadIdMarker);
        while (cursor.IsValid && grouping.Includes(cursor.Key.Key))
        {
            if (found.Count + prefixes.Count == maxUploads) return new(found, prefixes, true, last, lastUploadId);
            PendingUpload upload = cursor.Value;
            int groupLength = grouping.GroupLength(upload.Key);
            if (groupLength == 0)
            {
                (last, lastUploadId) = (upload.Key, upload.UploadId);
                found.Add(upload);
                cursor.MoveNext();
            }
            else
            {
                (last, lastUploadId) = (upload.Key[..groupLength], null);
                prefixes.Add(last);
                cursor = uploads.AtLeast(new AfterUploadPrefixProbe(last));
            }
        }

        return new(found, prefixes, false, last, lastUploadId);
    }

    private static OrderedMapCursor<UploadKey, PendingUpload> Seek(
        OrderedMapSnapshot<UploadKey, PendingUpload> uploads, KeyGrouping grouping, byte[]? keyMarker, string? uploadIdMarker)
    {
        if (keyMarker is null || keyMarker.AsSpan().SequenceCompareTo(grouping.Prefix) < 0)
        {
            return uploads.AtLeast(new UploadProbe(grouping.Prefix, ""));
        }

        ReadOnlySpan<byte> group = grouping.GroupOf(keyMarker);
        return group.IsEmpty
            ? uploads.Above(new UploadProbe(keyMarker, uploadIdMarker))
            : uploads.AtLeast(new AfterUploadPrefixProbe(group));
    }
}
